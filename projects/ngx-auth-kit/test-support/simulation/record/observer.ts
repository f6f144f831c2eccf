import { AuthEvent } from '../../../core/public-api';
import { Observable } from 'rxjs';
import { PageWatcher } from '../browser/browser';
import { Page } from '../browser/page';
import { judgeEnd } from '../invariants/judge-end';
import type { World } from '../world';
import { Belief, PageRecord } from './story-record';

const UNKNOWN: Belief = { status: 'pending', sessionId: null, user: null };

/** Writes down what every page says and does. Changes nothing. */
export class Observer implements PageWatcher {
  readonly #beliefs = new Map<Page, Belief>();
  readonly #records = new Map<Page, PageRecord>();
  /** Pages that told of an end since they were last looked at. */
  readonly #hasTold = new Set<Page>();

  constructor(private readonly world: World) {}

  /** What the page believed when it was last looked at. */
  beliefOf(page: Page): Belief {
    return this.#beliefs.get(page) ?? UNKNOWN;
  }

  opened(page: Page, events: Observable<AuthEvent>): void {
    const { record, scheduler } = this.world;
    const pageRecord: PageRecord = {
      name: page.name,
      tab: page.tab.number,
      openedAt: scheduler.now,
      isDuplicate: page.tab.isDuplicate,
      closedAt: null,
    };
    record.pages.push(pageRecord);
    this.#records.set(page, pageRecord);
    events.subscribe((event) => this.#note(page, event));
  }

  closed(page: Page): void {
    const pageRecord = this.#records.get(page);
    if (pageRecord) pageRecord.closedAt = this.world.scheduler.now;
    this.#records.delete(page);
    this.#beliefs.delete(page);
  }

  /** Follows an Observable that the app subscribed to. */
  watch(label: string, page: Page, asked: Observable<unknown>, requestId: string | null): void {
    const { record, scheduler } = this.world;
    const action = {
      label,
      page: page.name,
      startedAt: scheduler.now,
      under: page.belief(),
      requestId,
      settledAt: null as number | null,
      outcome: null as string | null,
    };
    record.actions.push(action);
    const settle = (outcome: string) => {
      action.settledAt = scheduler.now;
      action.outcome ??= outcome;
    };
    asked.subscribe({
      next: () => settle('answered'),
      error: (error: unknown) => settle(codeOf(error)),
      complete: () => settle('completed'),
    });
  }

  /** Compares every page with what it was a moment ago. */
  look(label = ''): void {
    this.#log(label);
    for (const page of this.world.browser.pages) {
      const before = this.beliefOf(page);
      const now = page.belief();
      if (now.status === 'anonymous' && page.tab.lastSessionId !== null) {
        // What ended without a word, or was lost over a reload.
        if (!this.#hasTold.has(page)) this.#judge(page, 'silence', page.tab.lastSessionId);
        page.tab.lastSessionId = null;
      }
      const isOther = page.tab.lastSessionId !== null || now.status === 'authenticated';
      if (isOther && now.sessionId !== null) page.tab.lastSessionId = now.sessionId;
      this.#beliefs.set(page, now);
      this.#compareUsers(page, now, before);
    }
    this.#hasTold.clear();
  }

  #log(label: string): void {
    const { record, scheduler, browser } = this.world;
    if (!record.log) return;
    const beliefs = browser.pages.map((page) => {
      const { status, sessionId } = page.belief();
      return `${page.name} ${status} ${sessionId ?? ''}`;
    });
    const seconds = ((scheduler.now - (record.pages[0]?.openedAt ?? 0)) / 1000).toFixed(2);
    record.log.push(`${seconds.padStart(8)}  ${label.padEnd(44)} | ${beliefs.join(' | ')}`);
  }

  #note(page: Page, { type, fromThisTab }: AuthEvent): void {
    const { record, scheduler } = this.world;
    const before = this.beliefOf(page);
    const at = scheduler.now;
    record.events.push({ page: page.name, type, fromThisTab, before, at });
    record.log?.push(`          ${page.name} emits ${type}`);
    const sessionId = before.sessionId ?? page.tab.lastSessionId;
    if (type === 'idle' && fromThisTab) {
      const sent = this.world.browser.network.exchanges.length;
      if (sessionId) record.signOuts.push({ page: page.name, sessionId, at, reason: 'idle', sent });
      record.covered.add('idle sign-out');
    }
    if (type === 'logout' || type === 'refused' || type === 'expired' || type === 'idle') {
      this.#hasTold.add(page);
      if (sessionId) this.#judge(page, type, sessionId);
      page.tab.lastSessionId = null;
    }
  }

  #judge(page: Page, how: Parameters<typeof judgeEnd>[2], sessionId: string): void {
    const reason = judgeEnd(this.world, page, how, sessionId);
    this.world.record.covered.add('session ended');
    if (reason !== null) return;
    this.world.record.violation(
      'I4',
      `a session ended without reason (${how})`,
      `${page.name} left ${sessionId} by ${how}`,
    );
  }

  /** `user()` never shows one person and the token another. */
  #compareUsers(page: Page, now: Belief, before: Belief): void {
    const shown = page.auth.user()?.sub ?? null;
    if (shown === null || now.user === null || shown === now.user || before === now) return;
    this.world.record.violation(
      'I2',
      'user() and the token name two people',
      `${page.name} shows ${shown} with the token of ${now.user}`,
    );
  }
}

function codeOf(error: unknown): string {
  const { code, status } = error as { code?: string; status?: number };
  return code ?? (status === undefined ? 'error' : String(status));
}

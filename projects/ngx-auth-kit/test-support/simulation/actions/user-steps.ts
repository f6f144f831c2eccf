import { Page } from '../browser/page';
import { REQUEST_ID } from '../browser/network';
import { PASSWORD, UserName } from '../server/credentials';
import type { World } from '../world';
import { StoryStep } from './story-step';

/** The user signs in with the right password. */
export function signIn(tab: number, user: UserName): StoryStep {
  return onPage(`signIn(${tab}, '${user}')`, tab, (page, world) => {
    world.observer.watch('login', page, page.auth.login({ user, password: PASSWORD }), null);
  });
}

/** The user mistypes the password. */
export function mistype(tab: number, user: UserName): StoryStep {
  return onPage(`mistype(${tab}, '${user}')`, tab, (page, world) => {
    world.observer.watch('login', page, page.auth.login({ user, password: 'wrong' }), null);
  });
}

/** The user signs out. */
export function signOut(tab: number): StoryStep {
  return onPage(`signOut(${tab})`, tab, (page, world) => {
    const { record, scheduler, browser, observer } = world;
    // A page that does not know its user signs out of what its cookie proves.
    const sessionId = page.belief().sessionId ?? sessionOfCookie(page, world);
    if (sessionId !== null) {
      const sent = browser.network.exchanges.length;
      const at = scheduler.now;
      record.signOuts.push({ page: page.name, sessionId, at, reason: 'logout', sent });
      const isRefreshing = browser.network.exchanges.some(
        ({ endpoint, end }) => endpoint === 'refresh' && end === 'open',
      );
      record.covered.add(isRefreshing ? 'sign-out during a refresh' : 'sign-out');
    }
    // A page that knows of no session removes what another one has stored meanwhile.
    else if (page.belief().status === 'anonymous') record.clearings.push(scheduler.now);
    observer.watch('logout', page, page.auth.logout(), null);
  });
}

function sessionOfCookie(page: Page, { backend, browser, config }: World): string | null {
  if (config.mode === 'token' || page.belief().status === 'anonymous') return null;
  const { access, refresh } = browser.jar.cookies;
  return backend.credentials.sessionOf(refresh ?? access)?.id ?? null;
}

/** The app asks its backend for something. */
export function request(tab: number): StoryStep {
  return get(`request(${tab})`, tab, '/api/data');
}

/** The app asks for something that is refused to everybody. */
export function requestClosed(tab: number): StoryStep {
  return get(`requestClosed(${tab})`, tab, '/api/closed');
}

/** The app asks who is signed in. */
export function checkStatus(tab: number): StoryStep {
  return onPage(`checkStatus(${tab})`, tab, (page, { observer }) => {
    observer.watch('checkStatus', page, page.auth.checkStatus(), null);
  });
}

/** The app refreshes. */
export function refresh(tab: number): StoryStep {
  return onPage(`refresh(${tab})`, tab, (page, { observer }) => {
    observer.watch('refresh', page, page.auth.refresh(), null);
  });
}

/** The user touches the page. */
export function touch(tab: number): StoryStep {
  return onPage(`touch(${tab})`, tab, (page, world) => {
    const { record, scheduler } = world;
    const sessionId = page.belief().sessionId ?? sessionOfCookie(page, world);
    page.window.dispatch('pointerdown');
    // What the touch itself ended was over before it.
    const now = page.belief().sessionId ?? sessionOfCookie(page, world);
    if (sessionId !== null && now === sessionId) {
      record.touches.push({ sessionId, at: scheduler.now });
    }
  });
}

function get(text: string, tab: number, url: string): StoryStep {
  return onPage(text, tab, (page, { observer, record }) => {
    const id = `request ${record.actions.length + 1}`;
    const asked = page.http.get(url, { headers: { [REQUEST_ID]: id } });
    observer.watch('request', page, asked, id);
  });
}

function onPage(text: string, tab: number, run: (page: Page, world: World) => void): StoryStep {
  return {
    text,
    isPossible: (world) => world.page(tab) !== null,
    run: (world) => {
      const page = world.page(tab);
      if (page) run(page, world);
    },
  };
}

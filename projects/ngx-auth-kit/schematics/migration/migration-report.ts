import type { logging } from '@angular-devkit/core';
import type ts from 'typescript';
import { placeOf } from '../source/cannot-edit';

/** What a migration did, what it did in a way that wants a look, and what it left. */
export class MigrationReport {
  private readonly moved: string[] = [];
  private readonly toCheck: string[] = [];
  private readonly left: string[] = [];

  /** @param from The package that is moved from. */
  constructor(private readonly from: string) {}

  addMoved(node: ts.Node, what: string): void {
    this.moved.push(line(node, what));
  }

  addToCheck(node: ts.Node, what: string): void {
    this.toCheck.push(line(node, what));
  }

  /** An option of the set-up that is there stays. */
  addKept(option: ts.Node, name: string, code: string): void {
    this.addToCheck(option, `${name} was not changed. The value from ${this.from} is ${code}`);
  }

  addLeft(node: ts.Node, why: string): void {
    this.left.push(line(node, why));
  }

  print(logger: logging.LoggerApi, isStillUsed: boolean): void {
    if (this.moved.length) logger.info(section(`Moved from ${this.from}:`, this.moved));
    if (this.toCheck.length) logger.warn(section('Please check:', this.toCheck));
    if (this.left.length) logger.warn(section('Not moved. Change these by hand:', this.left));
    logger.info(
      isStillUsed
        ? `${this.from} is still in use. Keep it until you have moved the places above.`
        : `Nothing uses ${this.from} any more. Remove it: npm uninstall ${this.from}`,
    );
  }
}

function line(node: ts.Node, what: string): string {
  return `${placeOf(node.getSourceFile().fileName, node)}: ${what}`;
}

function section(title: string, lines: readonly string[]): string {
  return [title, ...lines.map((each) => `  ${each}`)].join('\n');
}

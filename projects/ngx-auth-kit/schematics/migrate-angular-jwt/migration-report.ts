import type { logging } from '@angular-devkit/core';
import type ts from 'typescript';
import { placeOf } from '../source/cannot-edit';
import { ANGULAR_JWT } from './angular-jwt';

/** What a migration did, what it did in a way that wants a look, and what it left. */
export class MigrationReport {
  private readonly moved: string[] = [];
  private readonly toCheck: string[] = [];
  private readonly left: string[] = [];

  addMoved(node: ts.Node, what: string): void {
    this.moved.push(line(node, what));
  }

  addToCheck(node: ts.Node, what: string): void {
    this.toCheck.push(line(node, what));
  }

  addLeft(node: ts.Node, why: string): void {
    this.left.push(line(node, why));
  }

  print(logger: logging.LoggerApi, isStillUsed: boolean): void {
    if (this.moved.length) logger.info(section(`Moved from ${ANGULAR_JWT}:`, this.moved));
    if (this.toCheck.length) logger.warn(section('Please check:', this.toCheck));
    if (this.left.length) logger.warn(section('Left as it was, to be moved by hand:', this.left));
    logger.info(
      isStillUsed
        ? `${ANGULAR_JWT} is still in use: keep it until the places above are moved.`
        : `Nothing uses ${ANGULAR_JWT} any more: npm uninstall ${ANGULAR_JWT}`,
    );
  }
}

function line(node: ts.Node, what: string): string {
  return `${placeOf(node.getSourceFile().fileName, node)}: ${what}`;
}

function section(title: string, lines: readonly string[]): string {
  return [title, ...lines.map((each) => `  ${each}`)].join('\n');
}

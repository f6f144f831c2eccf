import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import ts from 'typescript';
import { descendants } from './find-calls';
import { bracketList, insertIntoList } from './insert-into-list';

describe('insertIntoList', () => {
  const cases: [what: string, before: string, items: string[], after: string, index?: number][] = [
    ['an empty list', 'const a = [];', ['x'], 'const a = [x];'],
    ['an empty list, several', 'const a = [];', ['x', 'y'], 'const a = [\n  x,\n  y,\n];'],
    [
      'a list of a comment',
      'const a = [\n  // none\n];',
      ['x'],
      'const a = [\n  x,\n  // none\n];',
    ],
    ['a line', 'const a = [b];', ['x'], 'const a = [b, x];'],
    ['a line with a trailing comma', 'const a = [b,];', ['x'], 'const a = [b, x,];'],
    ['a line, in front', 'const a = [b];', ['x'], 'const a = [x, b];', 0],
    ['lines', 'const a = [\n  b\n];', ['x'], 'const a = [\n  b,\n  x\n];'],
    ['lines with a trailing comma', 'const a = [\n  b,\n];', ['x'], 'const a = [\n  b,\n  x,\n];'],
    [
      'a comment behind the last',
      'const a = [\n  b, // b\n];',
      ['x'],
      'const a = [\n  b, // b\n  x,\n];',
    ],
    [
      'a comment in place of the comma',
      'const a = [\n  b // b\n];',
      ['x'],
      'const a = [\n  b, // b\n  x\n];',
    ],
    ['lines, in front', 'const a = [\n  b,\n];', ['x'], 'const a = [\n  x,\n  b,\n];', 0],
    [
      'lines, between',
      'const a = [\n  b, // b\n  // c\n  c,\n];',
      ['x'],
      'const a = [\n  b, // b\n  x,\n  // c\n  c,\n];',
      1,
    ],
    ['two on the first line', 'const a = [b, c,\n  d];', ['x'], 'const a = [b, c,\n  d, x];'],
    [
      'tabs',
      'const a = [\n\tb,\n];',
      ['x({\n  y,\n})'],
      'const a = [\n\tb,\n\tx({\n\t\ty,\n\t}),\n];',
    ],
    ['Windows line ends', 'const a = [\r\n  b\r\n];', ['x'], 'const a = [\r\n  b,\r\n  x\r\n];'],
    [
      'a line that would get too long',
      `  const a = [${'b'.repeat(50)}, c];`,
      ['x'.repeat(50)],
      `  const a = [\n    ${'b'.repeat(50)},\n    c,\n    ${'x'.repeat(50)},\n  ];`,
    ],
    [
      'a line that would get too long, in front',
      `const a = [${'b'.repeat(60)}, c];`,
      ['x'.repeat(50)],
      `const a = [\n  ${'x'.repeat(50)},\n  ${'b'.repeat(60)},\n  c,\n];`,
      0,
    ],
    [
      'a comment within a line stays',
      `const a = [b /* ${'b'.repeat(90)} */, c];`,
      ['x'],
      `const a = [b /* ${'b'.repeat(90)} */, c, x];`,
    ],
  ];
  for (const [what, before, items, after, index] of cases) {
    it(`adds to ${what}`, () => {
      const source = ts.createSourceFile('/a.ts', before, ts.ScriptTarget.Latest, true);
      const [array] = descendants(source, ts.isArrayLiteralExpression);
      const edits = insertIntoList(bracketList(array!), items, index);
      const text = edits
        .toSorted((a, b) => b.start - a.start)
        .reduce(
          (done, edit) => done.slice(0, edit.start) + edit.text + done.slice(edit.end),
          before,
        );
      assert.equal(text, after);
    });
  }
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { HostTree } from '@angular-devkit/schematics';
import { applyEdits } from './apply-edits';
import type { ImportEdit } from './edits';
import { Sources } from './sources';

describe('imports', () => {
  const cases: [what: string, before: string, edits: string[], after: string][] = [
    [
      'are added to those of the module',
      "import { b } from 'm';\n",
      ['+a', '+c'],
      "import { b, a, c } from 'm';\n",
    ],
    [
      'are added behind the last',
      "// licence\nimport { b } from 'n';\n\nb();\n",
      ['+a'],
      "// licence\nimport { b } from 'n';\nimport { a } from 'm';\n\nb();\n",
    ],
    ['begin a file that has none', 'b();\n', ['+a'], "import { a } from 'm';\n\nb();\n"],
    ['that are there stay', "import { a } from 'm';\n", ['+a'], "import { a } from 'm';\n"],
    [
      'that are there under another name stay',
      "import { a as b } from 'm';\n",
      ['+a'],
      "import { a as b } from 'm';\n",
    ],
    [
      'of types do not count',
      "import type { a } from 'm';\n",
      ['+c'],
      "import type { a } from 'm';\nimport { c } from 'm';\n",
    ],
    [
      'get another name where theirs is taken',
      'const a = 1;\n',
      ['+a'],
      "import { a as kitA } from 'm';\n\nconst a = 1;\n",
    ],
    [
      'are taken away one by one',
      "import { a, b } from 'm';\n",
      ['-a'],
      "import { b } from 'm';\n",
    ],
    [
      'are taken away with the declaration',
      "import { x } from 'n';\nimport { a } from 'm';\nx();\n",
      ['-a'],
      "import { x } from 'n';\nx();\n",
    ],
    [
      'are taken away at the start',
      "import { a } from 'm';\nimport { x } from 'n';\n",
      ['-a'],
      "import { x } from 'n';\n",
    ],
    [
      'that are wanted elsewhere stay',
      "import { a } from 'm';\n",
      ['-a', '+a'],
      "import { a } from 'm';\n",
    ],
    [
      'keep a default import',
      "import d, { a } from 'm';\n",
      ['-a', '+b'],
      "import d, { b } from 'm';\n",
    ],
    [
      'keep their comments',
      "import {\n  a, // one\n  b,\n} from 'm';\n",
      ['+c'],
      "import {\n  a,\n  // one\n  b,\n  c,\n} from 'm';\n",
    ],
  ];
  for (const [what, before, wanted, after] of cases) {
    it(what, () => {
      const path = '/a.ts';
      const tree = new HostTree();
      tree.create(path, before);
      const edits = wanted.map((each): ImportEdit => ({
        kind: each.startsWith('+') ? 'import' : 'drop-import',
        path,
        symbol: each.slice(1),
        module: 'm',
      }));
      applyEdits(tree, new Sources(tree), edits);
      assert.equal(tree.readText(path), after);
    });
  }

  it('are not written at all where two edits contradict each other', () => {
    const tree = new HostTree();
    tree.create('/a.ts', 'const a = 1;\n');
    const edit = { kind: 'text', path: '/a.ts', start: 0, end: 5, text: 'let' } as const;
    assert.throws(() => applyEdits(tree, new Sources(tree), [edit, edit]), /overlap/);
    assert.equal(tree.readText('/a.ts'), 'const a = 1;\n');
  });
});

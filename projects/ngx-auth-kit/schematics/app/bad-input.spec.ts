import { HostTree } from '@angular-devkit/schematics';
import { UnitTestTree } from '@angular-devkit/schematics/testing';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { appTree, runSchematic, snapshot } from '../testing/app-tree';
import { standaloneJwtApp } from '../testing/jwt-app';
import { STANDALONE_APP } from '../testing/standalone-app';
import { uncommittedNote } from './uncommitted';

const SCHEMATICS = ['ng-add', 'migrate-angular-jwt', 'migrate-ng2-ui-auth'];

describe('schematics where they cannot work', () => {
  for (const name of SCHEMATICS) {
    it(`${name} says in one line that a folder is no workspace`, async () => {
      const tree = new UnitTestTree(new HostTree());
      tree.create('/package.json', '{}');
      await assert.rejects(runSchematic(name, {}, tree), ({ message }: Error) => {
        assert.match(message, /^This is not an Angular workspace: .*angular\.json\.$/);
        return true;
      });
    });

    for (const version of ['19.2.0', '^18.0.0', '20.2.1', '23.0.0-next.1', '15']) {
      it(`${name} says in one line that Angular ${version} is not supported`, async () => {
        const tree = workspaceWith(version);
        const before = snapshot(tree);
        await assert.rejects(runSchematic(name, {}, tree), ({ message }: Error) => {
          assert.ok(message.startsWith('ngx-auth-kit needs Angular 20.3, 21 or 22; '), message);
          assert.ok(message.includes(`this workspace has ${version}. `), message);
          return !message.includes('\n');
        });
        assert.deepEqual(snapshot(tree), before);
      });
    }
  }

  for (const version of ['^20.0.0', '~20.3.1', '20.3.0', '21', '22.2.0', 'next', 'workspace:*']) {
    it(`works with Angular ${version}`, async () => {
      const { tree } = await runSchematic('ng-add', {}, workspaceWith(version));
      assert.match(tree.readContent('/src/app/app.config.ts'), /provideAuth/);
    });
  }

  it('believes what is installed more than package.json', async () => {
    const tree = workspaceWith('^20.0.0');
    tree.create('/node_modules/@angular/core/package.json', '{ "version": "20.1.0" }');
    await assert.rejects(runSchematic('ng-add', {}, tree), /this workspace has 20\.1\.0/);
  });

  it('notes changes that git has not got yet, but for what npm install changes', () => {
    const folder = mkdtempSync(join(tmpdir(), 'uncommitted-'));
    try {
      assert.equal(uncommittedNote(folder), null);
      spawnSync('git', ['init', '--quiet'], { cwd: folder });
      writeFileSync(join(folder, 'package.json'), '{}');
      assert.equal(uncommittedNote(folder), null);
      writeFileSync(join(folder, 'app.ts'), '');
      assert.match(uncommittedNote(folder) ?? '', /^You had uncommitted changes .*\.$/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

function workspaceWith(version: string): UnitTestTree {
  const manifest = JSON.stringify({ dependencies: { '@angular/core': version } });
  const files = { ...standaloneJwtApp(), ...STANDALONE_APP, '/package.json': manifest };
  return appTree('standalone', files);
}

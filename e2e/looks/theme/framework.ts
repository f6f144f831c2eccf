import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type * as sass from 'sass';

const ROOT = join(import.meta.dirname, '../../..');
const MODULES = join(ROOT, 'node_modules');
const require = createRequire(import.meta.url);

/** A UI framework, as the style sheet of an app has it. */
export interface Framework {
  readonly name: string;
  /** Of `docs/recipes`. */
  readonly recipe: string;
  readonly css: string;
  /** What makes a page of it light and dark. */
  readonly schemes: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** A page of it, with what the form is to look like; the form takes the place of `<main>`'s mark. */
  readonly page: string;
  /** What the form takes over, by selectors of its own and of the page's example. */
  readonly alike: readonly Alike[];
}

/** An element of the form, one of the framework, and the properties in which they must agree. */
export interface Alike {
  readonly ours: string;
  readonly theirs: string;
  readonly properties: readonly string[];
}

const TEXT = ['color', 'font-family', 'font-size', 'font-weight', 'line-height'];
const BOX = ['background-color', 'border-top-color', 'border-top-left-radius'];

export const BOOTSTRAP: Framework = {
  name: 'bootstrap',
  recipe: 'bootstrap.css',
  css: readFileSync(join(MODULES, 'bootstrap/dist/css/bootstrap.css'), 'utf8'),
  schemes: { light: { 'data-bs-theme': 'light' }, dark: { 'data-bs-theme': 'dark' } },
  page: `
    <main class="container py-4">
      <h1>Bootstrap</h1>
      <div class="card"><div class="card-body" id="ours"></div></div>
      <form class="mt-4">
        <label class="form-label" for="theirs">Its own field</label>
        <input class="form-control" id="theirs" value="ada@example.com" />
        <button class="btn btn-primary mt-3 w-100" type="button">Its own button</button>
        <p class="mt-3 d-flex"><a href="#ours">Its own link</a></p>
      </form>
    </main>`,
  alike: [
    { ours: '.auth-button', theirs: '.btn-primary', properties: [...TEXT, ...BOX] },
    { ours: '.auth-control', theirs: '.form-control', properties: BOX },
    { ours: '.auth-input', theirs: '.form-control', properties: TEXT },
    { ours: '.auth-label', theirs: '.form-label', properties: [...TEXT, 'margin-bottom'] },
    { ours: '.auth-link', theirs: '.d-flex > a', properties: TEXT },
  ],
};

/** Its components need Angular, so its tokens stand for them. */
const MATERIAL_PAGE = `
  <style>
    body { margin: 0; background: var(--mat-sys-surface); color: var(--mat-sys-on-surface);
      font: var(--mat-sys-body-large); }
    main { padding: 1rem; max-inline-size: 28rem; margin: auto; }
    h1 { font: var(--mat-sys-headline-medium); }
    .surface { padding: 1.5rem; background: var(--mat-sys-surface-container-low);
      border-radius: var(--mat-sys-corner-medium); box-shadow: var(--mat-sys-level1); }
    .filled { background: var(--mat-sys-primary); color: var(--mat-sys-on-primary);
      font: var(--mat-sys-label-large); border: 1px solid var(--mat-sys-primary);
      border-radius: var(--mat-sys-corner-full); block-size: 40px; box-sizing: border-box; }
    .outlined { border: 1px solid var(--mat-sys-outline); color: var(--mat-sys-on-surface);
      font: var(--mat-sys-body-large); border-radius: var(--mat-sys-corner-extra-small);
      block-size: 56px; box-sizing: border-box; }
  </style>
  <main>
    <h1>Angular Material</h1>
    <div class="surface" id="ours"></div>
    <p class="filled">As a filled button</p>
    <p class="outlined">As an outlined field</p>
  </main>`;

const MATERIAL_ALIKE: readonly Alike[] = [
  { ours: '.auth-button', theirs: '.filled', properties: [...TEXT, ...BOX] },
  { ours: '.auth-control', theirs: '.outlined', properties: BOX },
  { ours: '.auth-input', theirs: '.outlined', properties: TEXT },
];

/** The theme that an app writes by itself, which follows `color-scheme`. */
export const MATERIAL: Framework = {
  name: 'angular-material',
  recipe: 'angular-material.css',
  css: compileTheme(),
  schemes: { light: { style: 'color-scheme: light' }, dark: { style: 'color-scheme: dark' } },
  page: MATERIAL_PAGE,
  alike: MATERIAL_ALIKE,
};

/** A prebuilt theme, of which there are light ones only. */
export const MATERIAL_PREBUILT: Framework = {
  ...MATERIAL,
  name: 'angular-material-prebuilt',
  css: readFileSync(join(MODULES, '@angular/material/prebuilt-themes/azure-blue.css'), 'utf8'),
  schemes: { light: { style: 'color-scheme: light' } },
};

/** With the Sass that Angular's builder brings along. */
function compileTheme(): string {
  const builder = createRequire(require.resolve('@angular/build/package.json'));
  const { compileString } = builder('sass') as typeof sass;
  const { css } = compileString(
    `@use '@angular/material' as mat;
    html { @include mat.theme((color: mat.$violet-palette, typography: Roboto, density: 0)); }`,
    { loadPaths: [MODULES] },
  );
  return css;
}

/** The recipe as the guide has it. */
export function readRecipe({ recipe }: Framework): string {
  return readFileSync(join(ROOT, 'docs/recipes', recipe), 'utf8');
}

import { layout } from './layout.ts';

/** Where the search forms of all pages lead. A page of its own needs no script on the others. */
export function searchPage(): string {
  return layout({
    path: 'search.html',
    title: 'Search | ngx-auth-kit',
    scripts: ['assets/search-index.js', 'assets/search.js'],
    main: `<h1>Search</h1>
<noscript><p>The search needs JavaScript. The <a href="guides/index.html">guides</a> do not.</p></noscript>
<p id="found" role="status"></p>
<ol id="results"></ol>`,
  });
}

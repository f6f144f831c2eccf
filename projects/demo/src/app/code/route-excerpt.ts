import { CodeFile } from './code-panel';
import { excerpt } from './excerpt';
// @ts-expect-error TypeScript goes by the file and does not know of the loader.
import routes from '../app.routes.ts' with { loader: 'text' };

/** The lines of app.routes.ts that lead to a page. */
export function routeExcerpt(region: string): CodeFile {
  return { name: 'app.routes.ts', text: excerpt(routes, region) };
}

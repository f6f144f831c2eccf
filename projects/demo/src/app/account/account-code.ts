import { CodeFile } from '../code/code-panel';
import { excerpt } from '../code/excerpt';
// @ts-expect-error TypeScript goes by the file and does not know of the loader.
import routes from './account-routes.ts' with { loader: 'text' };

export const ACCOUNT_ROUTES_CODE: CodeFile = {
  name: 'account-routes.ts',
  text: excerpt(routes, 'routes'),
};

import { CodeFile } from '../code/code-panel';
import { excerpt } from '../code/excerpt';
// @ts-expect-error TypeScript goes by the file and does not know of the loader.
import account from './account-backend.ts' with { loader: 'text' };
// @ts-expect-error As above.
import refresh from './refresh-token.ts' with { loader: 'text' };

export const ACCOUNT_BACKEND_CODE: CodeFile = {
  name: 'account-backend.ts',
  text: excerpt(account, 'backend'),
};
export const REFRESH_TOKEN_CODE: CodeFile = {
  name: 'refresh-token.ts',
  text: excerpt(refresh, 'backend'),
};

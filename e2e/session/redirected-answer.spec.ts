import { ADA, submitLogin } from '../accounts.ts';
import { Backend } from '../backend.ts';
import { FOREIGN } from '../origins.ts';
import { expect, test } from '../test.ts';

test('a sign-in answer from where it was redirected to is refused', async ({
  page,
  backend,
  mock,
}) => {
  const elsewhere = new Backend(mock.backend, 'refresh-token');
  await backend.answerNext('login', {
    status: 307,
    headers: { location: `${FOREIGN}/refresh-token/auth/login` },
  });
  await page.goto('/login');
  await submitLogin(page, ADA);

  await expect(page.getByRole('alert')).toHaveText(
    'The server gave an answer that cannot be used.',
  );
  // It did answer, and with a token.
  expect(await elsewhere.calls('POST', '/auth/login')).toBe(1);
  await expect(page).toHaveURL('/login');
  await expect(page.getByTestId('who')).toHaveCount(0);
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
});

import { signIn } from '../accounts.ts';
import { expect, test } from '../test.ts';

test.use({ dialect: 'flask-session' });

test('who is signed in is asked of the backend, whatever the browser may have kept', async ({
  page,
  backend,
}) => {
  await signIn(page);
  await backend.answerNext('status', {
    status: 200,
    headers: { 'cache-control': 'max-age=600' },
    body: { status: true },
  });
  await page.reload();
  await expect(page.getByText('restored')).toBeVisible();

  await backend.rotateKeys();
  await page.reload();
  await expect(page).toHaveURL('/login?returnUrl=%2Fstatus');
});

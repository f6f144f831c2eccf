import { signIn } from '../accounts.ts';
import { expect, test } from '../test.ts';

test('with all site data blocked, the status page does not count tabs and nothing breaks', async ({
  page,
}) => {
  // As Chromium does it then. What would be unhandled fails the test, see `noFaults`.
  await page.addInitScript(() => {
    const denied = () => Promise.reject(new DOMException('Access denied.', 'SecurityError'));
    LockManager.prototype.query = denied;
    LockManager.prototype.request = denied;
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('Access denied.', 'SecurityError');
      },
    });
  });
  await signIn(page);

  await expect(page.getByText('Kept in')).toBeVisible();
  await expect(page.getByTestId('tabs')).toHaveCount(0);
});

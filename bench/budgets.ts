import { checkBudgets } from './size/check-budgets.ts';
import { measureOwnSizes } from './size/own-sizes.ts';

/**
 * Fails where the package is larger than promised: `npm run bench:budgets`. Builds whole apps, as
 * users do: bundling the package alone would be quicker, but would neither count what it draws in
 * from Angular and RxJS nor see how the CLI splits chunks.
 */
const budgets = checkBudgets(measureOwnSizes());
for (const { name, isKept, fails, measured } of budgets) {
  const verdict = isKept ? 'kept' : fails ? 'BROKEN' : 'not kept yet';
  console.log(`${verdict.padEnd(12)}  ${name}: ${measured}`);
}
if (budgets.some(({ fails }) => fails)) process.exitCode = 1;

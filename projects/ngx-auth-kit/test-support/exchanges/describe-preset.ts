import { itRefuses, RefusedCall } from '../refusals/it-refuses';
import { describeExchanges } from './describe-exchanges';
import { Preset } from './exchange';

/** What a preset says and understands, what its backend refuses, and how. */
export function describePreset(
  name: string,
  preset: Preset,
  refusals: Readonly<Record<string, RefusedCall>>,
): void {
  describeExchanges(name, preset);

  describe(`${name}, when refused,`, () => {
    const { login, secondFactor } = preset.exchanges;
    const answers = { login: login?.answer, challenge: secondFactor?.challenge };
    for (const [what, refusal] of Object.entries(refusals)) {
      itRefuses(what, preset.backend, refusal, answers);
    }
  });
}

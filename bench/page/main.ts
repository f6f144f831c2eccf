import { openGuards } from './guards';
import { openRefusals } from './refusals';
import { openRequests } from './requests';
import { OpenBench } from './round';

const benches: Readonly<Record<string, OpenBench>> = {
  requests: openRequests,
  guards: openGuards,
  refusals: openRefusals,
};

/** One page is one variant of one bench, as in `?bench=requests&variant=kit&urls=10`. */
const parameters = new URLSearchParams(location.search);
const open = benches[parameters.get('bench') ?? ''];
if (!open) throw new Error(`No such bench: ${location.search}`);
open(parameters).then(
  (runRound) => (window.runRound = runRound),
  (error: unknown) => (window.failure = String(error)),
);

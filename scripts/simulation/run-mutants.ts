import type {
  SimulationModule,
  SimulationOptions,
} from '../../projects/ngx-auth-kit/test-support/simulation/simulation-options.ts';
import { bundle } from './bundle.ts';
import { runRegressions, runSimulation } from './run-worker.ts';

/**
 * Whether every mutant of the library is caught: by a story that is known, all of which end well in the
 * library itself, or within the runs that are given, whose stories end well without the mutant.
 */
export async function runMutants(options: SimulationOptions): Promise<boolean> {
  const library = await bundle();
  const { MUTANTS } = (await import(library)) as SimulationModule;
  const survivors: string[] = [];
  for (const [index, mutant] of MUTANTS.entries()) {
    const { name, rule, caughtBy, fixed } = mutant;
    const path = await bundle(mutant, index);
    const known = (await runRegressions(path)).flatMap(({ violations }) => violations);
    const told = known.find((violation) => violation.startsWith(caughtBy));
    if (told) {
      console.log(`rule ${rule}: ${name}: caught by a known story\n  ${told}`);
      continue;
    }
    const hunt = { ...options, only: caughtBy, fixed, unshrunk: true, survey: false };
    const [report] = await runSimulation(path, hunt, 1);
    const { counterexample, runs } = report ?? { counterexample: null, runs: 0 };
    // The same stories end well without the mutant, or it is not the mutant that was caught.
    const [control] = await runSimulation(library, { ...hunt, runs }, 1);
    const isProven = counterexample !== null && control?.counterexample === null;
    if (!isProven) survivors.push(name);
    const outcome = counterexample ? `caught after ${runs} stories` : `SURVIVED ${runs} stories`;
    const doubt = counterexample && !isProven ? ', BUT SO IS THE LIBRARY' : '';
    console.log(`rule ${rule}: ${name}: ${outcome}${doubt}`);
    const proof = counterexample?.violations.find((violation) => violation.startsWith(caughtBy));
    if (proof) console.log(`  ${proof}`);
  }
  console.log(`${MUTANTS.length - survivors.length} mutants caught, ${survivors.length} survived.`);
  return survivors.length === 0;
}

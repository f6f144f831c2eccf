import { commandLine, UsageError } from './command-line.ts';
import { serve } from './serve.ts';

try {
  const { backend, url, close } = await serve(commandLine(process.argv.slice(2)));
  console.log(
    `Mock backend (${backend.options.dialect}) on ${url} – ` +
      'sign in as ada@example.com / correct horse battery',
  );
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => void close().then(() => process.exit(0)));
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}

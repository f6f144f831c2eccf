import { readdirSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { join } from 'node:path';

/** Every character of a folder's scripts, gathered by the source file that its source map names. */
export function textBySource(folder: string): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.js'))) {
    const map = new SourceMap(JSON.parse(readFileSync(join(folder, `${file}.map`), 'utf8')));
    readFileSync(join(folder, file), 'utf8')
      .split('\n')
      .forEach((line, lineNumber) => {
        for (let column = 0; column < line.length; column++) {
          const entry = map.findEntry(lineNumber, column);
          const source =
            'originalSource' in entry ? shortName(entry.originalSource) : '(generated)';
          texts.set(source, (texts.get(source) ?? '') + line[column]);
        }
      });
  }
  return texts;
}

function shortName(source: string): string {
  return source.replace(/^.*node_modules\//, '').replace(/^.*projects\/ngx-auth-kit\//, './');
}

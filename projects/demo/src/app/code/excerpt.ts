/**
 * The lines between `#region name` and `#endregion` of a source, moved to the left margin. The pages
 * show their own source this way, so that what they show cannot grow old.
 */
export function excerpt(source: string, name: string): string {
  const lines = source.split('\n');
  const start = lines.findIndex((line) => new RegExp(`#region ${name}\\b`).test(line));
  const end = lines.findIndex((line, index) => index > start && line.includes('#endregion'));
  if (start < 0 || end < 0) throw new Error(`There is no region "${name}" to show.`);
  return atMargin(lines.slice(start + 1, end));
}

function atMargin(lines: readonly string[]): string {
  const indents = lines.filter((line) => line.trim()).map((line) => line.search(/\S/));
  const margin = Math.min(...indents);
  return lines.map((line) => line.slice(margin)).join('\n');
}

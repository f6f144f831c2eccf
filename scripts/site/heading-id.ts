/** The anchor of a heading, as GitHub names it, so that links work in both places. */
export function headingId(markdown: string): string {
  return markdown
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
}

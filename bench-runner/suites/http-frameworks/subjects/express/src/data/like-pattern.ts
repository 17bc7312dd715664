/** A pattern of LIKE for text that holds `q`, whatever characters are in it. */
export function containing(q: string): string {
  return `%${q.replaceAll(/[\\%_]/g, '\\$&')}%`;
}

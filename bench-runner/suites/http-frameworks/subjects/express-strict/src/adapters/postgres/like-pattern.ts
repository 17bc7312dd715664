/** The LIKE pattern of strings that contain the term as it is. */
export function containing(term: string): string {
  return `%${term.replaceAll(/[\\%_]/g, '\\$&')}%`;
}

/** A text of at most so many UTF-16 units, ended by an ellipsis where it was longer. */
export function clip(text: string, most: number): string {
  if (text.length <= most) return text;
  // Half a surrogate pair would make the text unprintable.
  return `${text.slice(0, most - 1).replace(/\p{Cs}$/u, '')}…`;
}

/** Strings, white space, and runs of anything else (numbers, names, punctuation) of a JSON text. */
const tokens = /"(?:[^"\\]|\\.)*"|[ \t\r\n]+|[^"\s]+/g;

/**
 * The line on which valid JSON says anything else than what a program reads from it, or null: a
 * number with more digits than it has (0.30000000000000003 reads as 0.30000000000000004), or a key
 * that stands in an object twice. Without this check such a digit could change unnoticed.
 */
export function inexactLine(json: string): number | null {
  const read = JSON.stringify(JSON.parse(json));
  let position = 0;
  let line = 1;
  for (const [token] of json.matchAll(tokens)) {
    if (/^\s/.test(token)) {
      line += token.split('\n').length - 1;
      continue;
    }
    const text = token.startsWith('"') ? JSON.stringify(JSON.parse(token)) : token;
    if (!read.startsWith(text, position)) return line;
    position += text.length;
  }
  return null;
}

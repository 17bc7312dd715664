/** A piece of an excerpt: whether the words searched for stand in it. */
export interface Piece {
  text: string;
  found: boolean;
  /** Place in the excerpt, by which pieces are told apart. */
  at: number;
}

const entities: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&#x27;': "'",
  '&amp;': '&',
};

/**
 * The pieces of an excerpt, in which the index marks what was found. They are shown as text: what
 * else looks like markup in an excerpt is a title or a sentence that holds it.
 */
export function piecesOf(excerpt: string): Piece[] {
  let found = false;
  let at = 0;
  const pieces: Piece[] = [];
  for (const part of excerpt.split(/(<\/?mark>)/)) {
    if (part === '<mark>' || part === '</mark>') found = part === '<mark>';
    else if (part !== '') pieces.push({ text: decoded(part), found, at });
    at += part.length;
  }
  return pieces;
}

function decoded(text: string): string {
  return text.replace(/&(?:lt|gt|quot|amp|#39|#x27);/g, (entity) => entities[entity] ?? entity);
}

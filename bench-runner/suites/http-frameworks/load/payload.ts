import { drawInteger } from './draw.ts';

/** A body of `POST /echo`. */
export interface EchoBody {
  message: string;
  data: { items: Item[] };
}

interface Item {
  id: number;
  title: string;
  price: number;
  available: boolean;
  tags: string[];
}

/** A body of random items, as many as make its JSON at least `bytes` long. */
export function echoBody(random: () => number, bytes: number): EchoBody {
  const body: EchoBody = { message: word(random, 12), data: { items: [] } };
  let length = JSON.stringify(body).length;
  while (length < bytes) {
    const item = {
      id: drawInteger(random, 1, 1_000_000),
      title: word(random, 16),
      price: drawInteger(random, 100, 100_000) / 100,
      available: random() < 0.5,
      tags: [word(random, 6), word(random, 8)],
    };
    body.data.items.push(item);
    length += JSON.stringify(item).length + 1;
  }
  return body;
}

function word(random: () => number, letters: number): string {
  return Array.from({ length: letters }, () =>
    String.fromCharCode(drawInteger(random, 97, 122)),
  ).join('');
}

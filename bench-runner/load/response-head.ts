const lineFeed = 10;
const carriageReturn = 13;
const colon = 58;

/** What a head says about how its answer goes on. */
export interface ResponseHead {
  status: number;
  /** Whether the connection can be used again. */
  keepAlive: boolean;
  /** −1 where it is not told. */
  contentLength: number;
  chunked: boolean;
}

/** Position after the empty line that ends a head, −1 where there is none before `end`. */
export function endOfHead(source: Buffer, start: number, end: number): number {
  for (let at = source.indexOf(lineFeed, start); at >= 0 && at < end - 1; ) {
    if (source[at + 1] === lineFeed) return at + 2;
    if (source[at + 1] === carriageReturn && at + 2 < end && source[at + 2] === lineFeed) {
      return at + 3;
    }
    at = source.indexOf(lineFeed, at + 1);
  }
  return -1;
}

/**
 * Reads a whole head (RFC 9112, 4 to 6) into `head`.
 * @returns what is wrong with it; null where nothing is.
 */
export function readHead(
  source: Buffer,
  start: number,
  end: number,
  head: ResponseHead,
): string | null {
  const status = statusOf(source, start, end);
  if (status === 0) return `${beginning(source, start, end)} in place of a status line`;
  head.status = status;
  // HTTP/1.0 closes unless it says otherwise.
  head.keepAlive = source[start + 7] !== 48;
  head.contentLength = -1;
  head.chunked = false;
  let position = source.indexOf(lineFeed, start) + 1;
  while (position < end) {
    const next = source.indexOf(lineFeed, position) + 1;
    // Three names matter. They begin with c or t and have 10, 14 and 17 characters.
    const first = (source[position] as number) | 32;
    if (first === 99 && source[position + 14] === colon) {
      const problem = readContentLength(source, position, next, head);
      if (problem) return problem;
    } else if (first === 99 && source[position + 10] === colon) {
      readConnection(source.toString('latin1', position, next), head);
    } else if (first === 116 && source[position + 17] === colon) {
      const problem = readTransferEncoding(source.toString('latin1', position, next), head);
      if (problem) return problem;
    }
    position = next;
  }
  return null;
}

function readContentLength(
  source: Buffer,
  start: number,
  end: number,
  head: ResponseHead,
): string | null {
  // Not content-length but another name, or a value that holds a colon.
  if (((source[start + 8] as number) | 32) !== 108) return null;
  const line = source.toString('latin1', start, end);
  const digits = /^content-length:[ \t]*(\d{1,15})[ \t]*\r?\n$/i.exec(line)?.[1];
  if (digits === undefined) {
    return /^content-length:/i.test(line) ? `the header ${JSON.stringify(line.trim())}` : null;
  }
  const length = Number(digits);
  if (head.contentLength >= 0 && head.contentLength !== length) {
    return `the content-lengths ${head.contentLength} and ${length}`;
  }
  head.contentLength = length;
  return null;
}

function readConnection(line: string, head: ResponseHead): void {
  const text = line.toLowerCase();
  if (!text.startsWith('connection:')) return;
  if (text.includes('close')) head.keepAlive = false;
  else if (text.includes('keep-alive')) head.keepAlive = true;
}

function readTransferEncoding(line: string, head: ResponseHead): string | null {
  const text = line.toLowerCase();
  if (!text.startsWith('transfer-encoding:')) return null;
  const value = text.slice(18).trim();
  if (value !== 'chunked') return `the transfer-encoding ${JSON.stringify(value.slice(0, 40))}`;
  head.chunked = true;
  return null;
}

/** The status of `HTTP/1.1 200`, 0 where that is not how it begins. */
function statusOf(source: Buffer, start: number, end: number): number {
  if (end - start < 14 || source[start + 8] !== 32) return 0;
  if (source[start] !== 72 || source[start + 1] !== 84 || source[start + 2] !== 84) return 0;
  if (source[start + 3] !== 80 || source[start + 4] !== 47) return 0;
  if (source[start + 5] !== 49 || source[start + 6] !== 46) return 0;
  let status = 0;
  for (let at = start + 9; at < start + 12; at += 1) {
    const digit = (source[at] as number) - 48;
    if (digit < 0 || digit > 9) return 0;
    status = status * 10 + digit;
  }
  const after = source[start + 12];
  if (after !== 32 && after !== carriageReturn && after !== lineFeed) return 0;
  return status >= 100 && status < 600 ? status : 0;
}

function beginning(source: Buffer, start: number, end: number): string {
  const text = source.toString('latin1', start, Math.min(end, start + 40));
  return JSON.stringify(text.split(/\r?\n/, 1)[0]);
}

/** Headers by their names in lower case; several of one name are joined by commas. */
export function headersOf(head: Buffer): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const line of head.toString('latin1').split(/\r?\n/).slice(1)) {
    const colon = line.indexOf(':');
    if (colon < 1) continue;
    const name = line.slice(0, colon).toLowerCase();
    const value = line.slice(colon + 1).trim();
    headers[name] = name in headers ? `${headers[name]}, ${value}` : value;
  }
  return headers;
}

import { homedir, hostname, userInfo } from 'node:os';
import { stripVTControlCharacters } from 'node:util';

/** What must not be read in a published text. */
export interface PrivateWords {
  workingFolder: string;
  homeFolder: string;
  userName: string;
  hostName: string;
  /** Values of environment variables that look like secrets or name a machine. */
  secrets: readonly string[];
}

const secretName =
  /(?:pass|secret|token|key|credential|auth|cookie|session|private|_url|_uri|_dsn|proxy|registry)/i;
const publicName = /^(?:npm_package_|npm_lifecycle_|npm_command|XDG_SESSION_|DBUS_|TERM_SESSION)/;
const homeOfSomebody = /(^|[^\w.-])(\/home\/|\/Users\/|[A-Za-z]:\\Users\\)[^\s/\\:'"]+/g;
const credentialsInUrl = /([a-z][a-z0-9+.-]*:\/\/)[^\s/@'"]+@/gi;

/** Names that many machines share and that are words besides: they tell nothing and stay. */
const commonNames = new Set([
  'root',
  'user',
  'node',
  'runner',
  'ubuntu',
  'admin',
  'test',
  'localhost',
  'postgres',
]);

/** Reads the private words of this machine and process. */
export function privateWords(environment: NodeJS.ProcessEnv = process.env): PrivateWords {
  return {
    workingFolder: process.cwd(),
    homeFolder: homedir(),
    userName: currentUser(),
    hostName: hostname(),
    secrets: secretValues(environment),
  };
}

/**
 * Makes a text fit to be published: private words are replaced (`.` for the working folder, `~` for
 * the home folder, `<user>`, `<host>`, `<secret>`), terminal codes and control characters go, and of
 * a long text the last `limit` characters stay. Names under 3 characters or common ones such as
 * `root` stay, since replacing them would garble the text and hide nothing.
 */
export function scrub(text: string, words: PrivateWords = privateWords(), limit = 4_000): string {
  let clean = printable(text);
  for (const secret of longestFirst(words.secrets)) clean = clean.replaceAll(secret, '<secret>');
  clean = clean.replace(credentialsInUrl, '$1<secret>@');
  clean = replaceFolder(clean, words.workingFolder, '.');
  clean = replaceFolder(clean, words.homeFolder, '~');
  clean = clean.replace(homeOfSomebody, '$1~');
  for (const name of [words.hostName, words.hostName.split('.')[0] ?? '']) {
    clean = replaceWord(clean, name, '<host>');
  }
  clean = replaceWord(clean, words.userName, '<user>');
  // Cutting may split a surrogate pair, hence the second look.
  return clean.length > limit ? printable(`…${clean.slice(1 - limit)}`) : clean;
}

function secretValues(environment: NodeJS.ProcessEnv): string[] {
  const values: string[] = [];
  for (const [name, value] of Object.entries(environment)) {
    if (!value || !secretName.test(name) || publicName.test(name)) continue;
    values.push(...hostOfUrl(value));
    // Short values and paths are settings such as "true" or "/tmp/agent.sock", and words besides.
    if (value.length >= 6 && !value.startsWith('/') && /[^a-z]/.test(value)) values.push(value);
  }
  return values;
}

function hostOfUrl(value: string): string[] {
  if (!URL.canParse(value)) return [];
  const { hostname: host, password } = new URL(value);
  const loopback = /^(?:localhost|127\.|\[::1\])/.test(host);
  return [loopback ? '' : host, password, decodeURIComponent(password)].filter(
    (part) => part.length >= 4,
  );
}

function replaceFolder(text: string, folder: string, replacement: string): string {
  if (folder.length < 2) return text;
  let result = text;
  for (const form of new Set([folder, encodeURI(folder)])) {
    const pattern = new RegExp(`(?<![\\w.-])${escapePattern(form)}(?![\\w-]|\\.\\w)`, 'g');
    result = result.replace(pattern, replacement);
  }
  return result;
}

function replaceWord(text: string, word: string, replacement: string): string {
  if (word.length < 3 || commonNames.has(word.toLowerCase())) return text;
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}_])${escapePattern(word)}(?![\\p{L}\\p{N}_])`,
    'giu',
  );
  return text.replace(pattern, replacement);
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

function printable(text: string): string {
  return stripVTControlCharacters(text)
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\t\n])\p{Cc}/gu, '')
    .replace(/\p{Cs}/gu, '\ufffd');
}

function longestFirst(words: readonly string[]): string[] {
  return [...words].sort((a, b) => b.length - a.length);
}

function currentUser(): string {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}

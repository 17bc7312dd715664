import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Text } from '../results/identifiers.ts';
import { type PrivateWords, privateWords, scrub } from './scrub.ts';

const words: PrivateWords = {
  workingFolder: '/home/maria/projects/lab',
  homeFolder: '/home/maria',
  userName: 'maria',
  hostName: 'workstation7.example.org',
  secrets: ['s3cr3t-value', 's3cr3t-value-longer'],
};
const clean = (text: string) => scrub(text, words);

describe('a text to be published', () => {
  test('names files from the working folder, others from the home folder', () => {
    expect(clean('at run (file:///home/maria/projects/lab/a.ts:3:1)')).toBe(
      'at run (file://./a.ts:3:1)',
    );
    expect(clean('/home/maria/.config/x and /home/maria')).toBe('~/.config/x and ~');
    expect(clean('/home/maria/projects/lab2/x')).toBe('~/projects/lab2/x');
  });

  test('names no home folder of anybody else either', () => {
    expect(clean('/Users/eve/x, C:\\Users\\Eve\\x, "/home/bob"')).toBe('~/x, ~\\x, "~"');
  });

  test('names neither user nor host, in whatever case', () => {
    expect(clean('Maria@WORKSTATION7: maria on workstation7.example.org')).toBe(
      '<user>@<host>: <user> on <host>',
    );
    expect(clean('mariachi plays')).toBe('mariachi plays');
  });

  test('holds no secret, the longer one first, and no credentials of a URL', () => {
    expect(clean('k=s3cr3t-value-longer k=s3cr3t-value')).toBe('k=<secret> k=<secret>');
    expect(clean('postgres://lab:pw@127.0.0.1:5432/db')).toBe(
      'postgres://<secret>@127.0.0.1:5432/db',
    );
  });

  test('keeps words that tell nothing', () => {
    const root = { ...words, userName: 'root', homeFolder: '/root', hostName: 'vm' };
    expect(scrub('root of the tree in node:vm, /root/x, /rootfs', root)).toBe(
      'root of the tree in node:vm, ~/x, /rootfs',
    );
    expect(scrub('a / b', { ...words, workingFolder: '/', homeFolder: '/' })).toBe('a / b');
  });

  test('has no terminal codes and no control characters', () => {
    expect(clean('\u001b[31mred\u001b[0m\u0000\u0007 a\r\nb\rc')).toBe('red a\nb\nc');
  });

  test('keeps its end when cut, without half a character', () => {
    expect(scrub(`begin${'x'.repeat(50)}end`, words, 10)).toBe('…xxxxxxend');
    expect(scrub('😀'.repeat(20), words, 10)).not.toMatch(/\p{Cs}/u);
  });

  test('is accepted as text of a result document, whatever came in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 6_000 }), (text) => {
        expect(Text.safeParse(clean(text)).success).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test('never holds the private words, wherever they stand between others', () => {
    const secretOrPath = fc.constantFrom(...words.secrets, words.homeFolder, words.workingFolder);
    const around = fc.stringMatching(/^[ :;,()"'=\n]{1,5}$/);
    fc.assert(
      fc.property(around, secretOrPath, around, (before, word, after) => {
        expect(clean(before + word + after)).not.toContain(word);
      }),
    );
  });
});

describe('private words of an environment', () => {
  test('are the values of variables that look like secrets, and hosts of URLs', () => {
    const { secrets } = privateWords({
      GITHUB_TOKEN: 'ghp_0123456789',
      DATABASE_URL: 'postgres://lab:hunter22@db.internal:5432/x',
      HTTPS_PROXY: 'http://proxy.internal:3128',
      REDIS_URL: 'redis://127.0.0.1:6379',
      PATH: '/usr/bin:/usr/local/bin',
      LANG: 'en_GB.UTF-8',
      API_KEY_ENABLED: 'true',
      SSH_AUTH_SOCK: '/tmp/agent.sock',
    });
    expect(secrets).toEqual(
      expect.arrayContaining(['ghp_0123456789', 'hunter22', 'db.internal', 'proxy.internal']),
    );
    expect(secrets).not.toEqual(expect.arrayContaining(['127.0.0.1']));
    for (const kept of ['true', '/usr/bin:/usr/local/bin', 'en_GB.UTF-8', '/tmp/agent.sock']) {
      expect(secrets).not.toContain(kept);
    }
  });
});

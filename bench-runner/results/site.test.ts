import { afterEach, describe, expect, it, vi } from 'vitest';
import { baseUrl, siteRoot, siteUrl } from './site.ts';

afterEach(() => vi.unstubAllEnvs());

describe('the address of the site', () => {
  it('ends in one slash', () => {
    vi.stubEnv('LAB_SITE_URL', '');
    vi.stubEnv('LAB_BASE_URL', '');
    expect(siteRoot()).toBe('https://benchmark-lab.github.io/');
  });

  it('is set by the environment, however slashes are typed', () => {
    for (const path of ['lab', '/lab', 'lab/', '//lab//']) {
      vi.stubEnv('LAB_SITE_URL', 'https://example.org/');
      vi.stubEnv('LAB_BASE_URL', path);
      expect([siteUrl(), baseUrl()]).toEqual(['https://example.org', '/lab/']);
      expect(siteRoot()).toBe('https://example.org/lab/');
    }
  });
});

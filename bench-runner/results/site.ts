/**
 * Origin of the published site without a trailing slash. LAB_SITE_URL sets another, which only
 * programs see: in a browser the address comes with the page.
 */
export function siteUrl(): string {
  return (setting('LAB_SITE_URL') ?? 'https://benchmark-lab.github.io').replace(/\/+$/, '');
}

/** Path of the site on its origin, with a slash at both ends. LAB_BASE_URL sets another. */
export function baseUrl(): string {
  const path = (setting('LAB_BASE_URL') ?? '/').replace(/^\/+|\/+$/g, '');
  return path === '' ? '/' : `/${path}/`;
}

/** Address of the site's root, ending in a slash. */
export function siteRoot(): string {
  return siteUrl() + baseUrl();
}

function setting(name: string): string | undefined {
  return (typeof process === 'undefined' ? undefined : process.env[name]) || undefined;
}

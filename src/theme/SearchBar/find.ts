/** A page that was found. */
export interface Found {
  url: string;
  title: string;
  excerpt: string;
}

/** What this component uses of the program that the index comes with. */
interface Pagefind {
  options(options: { baseUrl: string }): Promise<void>;
  init(): Promise<void>;
  debouncedSearch(
    query: string,
    options: object,
    waitMs: number,
  ): Promise<{
    results: {
      data(): Promise<{ url: string; excerpt: string; meta: { title?: string } }>;
    }[];
  } | null>;
}

const shown = 8;
const waitMs = 150;

let loading: Promise<Pagefind> | undefined;

/** Loads the index, once. @throws where the site was not built, as with a development server. */
export function load(baseUrl: string): Promise<Pagefind> {
  loading ??= start(baseUrl).catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function start(baseUrl: string): Promise<Pagefind> {
  // The index is made after the bundle, so the bundler must leave its address alone.
  const pagefind: Pagefind = await import(
    /* webpackIgnore: true */ `${baseUrl}pagefind/pagefind.js`
  );
  await pagefind.options({ baseUrl });
  await pagefind.init();
  return pagefind;
}

/** The pages that fit best, or null where a later search has begun meanwhile. */
export async function find(
  query: string,
  baseUrl: string,
): Promise<{
  total: number;
  found: Found[];
} | null> {
  const pagefind = await load(baseUrl);
  const search = await pagefind.debouncedSearch(query, {}, waitMs);
  if (!search) return null;
  const data = await Promise.all(search.results.slice(0, shown).map((result) => result.data()));
  return {
    total: search.results.length,
    found: data.map(({ url, excerpt, meta }) => ({ url, excerpt, title: meta.title ?? url })),
  };
}

import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { piecesOf } from './excerpt.ts';
import { type Found, find, load } from './find.ts';
import styles from './SearchBar.module.css';

type State =
  | { kind: 'idle' }
  | { kind: 'searching' }
  | { kind: 'found'; total: number; found: Found[] }
  | { kind: 'unavailable' };

/** A search box whose index is loaded when it is first used, from this site. */
export default function SearchBar(): ReactNode {
  const { baseUrl } = useDocusaurusContext().siteConfig;
  const [query, setQuery] = useState('');
  const [open, setOpen] = useState(false);
  const state = useSearch(query.trim(), baseUrl);
  const box = useRef<HTMLDivElement>(null);
  const list = useId();
  useCloseOutside(box, () => setOpen(false));

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      setOpen(false);
      box.current?.querySelector('input')?.focus();
    }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const stops = [...(box.current?.querySelectorAll<HTMLElement>('input, a') ?? [])];
    const place = stops.indexOf(document.activeElement as HTMLElement);
    const next = stops[place + (event.key === 'ArrowDown' ? 1 : -1)];
    if (!next) return;
    event.preventDefault();
    next.focus();
  };

  return (
    <search className={styles.search}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys move between the box and its results */}
      <div ref={box} onKeyDown={onKeyDown}>
        <input
          className={styles.input}
          type="search"
          placeholder="Search"
          aria-label="Search"
          aria-controls={list}
          autoComplete="off"
          spellCheck={false}
          value={query}
          onFocus={() => {
            setOpen(true);
            // Failures are told when something is searched for.
            load(baseUrl).catch(() => {});
          }}
          onChange={(event) => {
            setQuery(event.target.value);
            setOpen(true);
          }}
        />
        <div id={list} className={styles.results} hidden={!open || state.kind === 'idle'}>
          <p className={styles.status} role="status">
            {statusOf(state)}
          </p>
          {state.kind === 'found' && state.found.length > 0 && (
            <ul className={styles.list}>
              {state.found.map((found) => (
                <Result key={found.url} {...found} />
              ))}
            </ul>
          )}
        </div>
      </div>
    </search>
  );
}

function Result({ url, title, excerpt }: Found): ReactNode {
  return (
    <li>
      <a className={styles.result} href={url}>
        <strong>{title}</strong>
        <span className={styles.excerpt}>
          {piecesOf(excerpt).map(({ text, found, at }) =>
            found ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>,
          )}
        </span>
      </a>
    </li>
  );
}

function useSearch(query: string, baseUrl: string): State {
  const [state, setState] = useState<State>({ kind: 'idle' });
  useEffect(() => {
    let current = true;
    if (query === '') {
      setState({ kind: 'idle' });
      return;
    }
    setState((before) => (before.kind === 'found' ? before : { kind: 'searching' }));
    find(query, baseUrl).then(
      (found) => {
        if (current && found) setState({ kind: 'found', ...found });
      },
      () => {
        if (current) setState({ kind: 'unavailable' });
      },
    );
    return () => {
      current = false;
    };
  }, [query, baseUrl]);
  return state;
}

function useCloseOutside(box: React.RefObject<HTMLElement | null>, close: () => void): void {
  const latest = useRef(close);
  latest.current = close;
  useEffect(() => {
    const onEvent = (event: Event) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) latest.current();
    };
    document.addEventListener('pointerdown', onEvent);
    document.addEventListener('focusin', onEvent);
    return () => {
      document.removeEventListener('pointerdown', onEvent);
      document.removeEventListener('focusin', onEvent);
    };
  }, [box]);
}

function statusOf(state: State): string {
  switch (state.kind) {
    case 'idle':
      return '';
    case 'searching':
      return 'Searching…';
    case 'unavailable':
      return 'Search needs a built site: npm run site:build && npm run site:serve';
    case 'found':
      if (state.total === 0) return 'Nothing found.';
      return state.total > state.found.length
        ? `${state.found.length} of ${state.total} pages`
        : `${state.total} ${state.total === 1 ? 'page' : 'pages'}`;
  }
}

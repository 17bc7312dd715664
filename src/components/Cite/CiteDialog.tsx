import useBaseUrl from '@docusaurus/useBaseUrl';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import {
  type CitationFormat,
  citationFormatNames,
  citationFormats,
} from '../../../bench-runner/results/citation/formats.ts';
import { citationOf } from '../../../bench-runner/results/citation.ts';
import styles from './Cite.module.css';
import type { CiteProperties } from './cite-properties.ts';

interface Properties extends CiteProperties {
  onClose: () => void;
}

/** A table's citation in every format, each copied with one press. */
export function CiteDialog({
  table,
  fingerprint,
  citePath,
  source,
  ...rest
}: Properties): ReactNode {
  const { development, onClose } = rest;
  const { siteConfig } = useDocusaurusContext();
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const [format, setFormat] = useState<CitationFormat>('markdown');
  const [feedback, setFeedback] = useState('');
  const address = useBaseUrl(citePath);

  useEffect(() => {
    dialog.current?.showModal();
  }, []);

  const writer = citationFormats[format];
  const siteRoot = siteConfig.url + siteConfig.baseUrl;
  const text = writer.write(citationOf({ ...source, table, fingerprint, siteRoot }));

  const choose = (name: CitationFormat) => {
    setFormat(name);
    setFeedback('');
  };

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a press outside closes; the Escape key does so already
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby={`${id}-title`}
      onClose={onClose}
      onClick={({ target }) => target === dialog.current && dialog.current?.close()}
    >
      <div className={styles.body}>
        <div className={styles.head}>
          <h2 id={`${id}-title`}>
            Cite <bdi>{table.title}</bdi>
          </h2>
          <button
            type="button"
            className={styles.close}
            aria-label="Close"
            onClick={() => dialog.current?.close()}
          >
            ×
          </button>
        </div>
        {development && (
          <p className={styles.note}>
            This run is not published: its address shows whatever was measured last. Publish it
            before you cite it.
          </p>
        )}
        <FormatTabs id={id} chosen={format} onChoose={choose} />
        <pre
          id={`${id}-panel`}
          className={styles.text}
          role="tabpanel"
          aria-labelledby={`${id}-${format}`}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
          tabIndex={0}
        >
          {text}
        </pre>
        <div className={styles.actions}>
          <button
            type="button"
            className={styles.copy}
            onClick={async () => setFeedback(await copied(text, `${id}-panel`, writer.title))}
          >
            Copy {writer.title}
          </button>
          <span className={styles.feedback} role="status">
            {feedback}
          </span>
          {!development && (
            <a className={styles.page} href={address}>
              All formats on a page
            </a>
          )}
        </div>
      </div>
    </dialog>
  );
}

interface TabProperties {
  id: string;
  chosen: CitationFormat;
  onChoose: (name: CitationFormat) => void;
}

function FormatTabs({ id, chosen, onChoose }: TabProperties): ReactNode {
  const move = (event: KeyboardEvent) => {
    const place = placeAfter(event.key, citationFormatNames.indexOf(chosen));
    const name = place === null ? undefined : citationFormatNames.at(place);
    if (!name) return;
    event.preventDefault();
    onChoose(name);
    document.getElementById(`${id}-${name}`)?.focus();
  };
  return (
    <div className={styles.formats} role="tablist" aria-label="Format" onKeyDown={move}>
      {citationFormatNames.map((name) => (
        <button
          key={name}
          id={`${id}-${name}`}
          type="button"
          role="tab"
          aria-selected={name === chosen}
          aria-controls={`${id}-panel`}
          tabIndex={name === chosen ? 0 : -1}
          onClick={() => onChoose(name)}
        >
          {citationFormats[name].title}
        </button>
      ))}
    </div>
  );
}

/** Which tab a key leads to: arrows wrap around, Home and End lead to the first and the last. */
function placeAfter(key: string, place: number): number | null {
  if (key === 'ArrowRight') return (place + 1) % citationFormatNames.length;
  if (key === 'ArrowLeft') return place - 1;
  if (key === 'Home') return 0;
  return key === 'End' ? -1 : null;
}

/** Copies a text and says how it went; where that is refused, the text is selected instead. */
async function copied(text: string, panel: string, title: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(text);
    return `${title} copied.`;
  } catch {
    const element = document.getElementById(panel);
    if (element) window.getSelection()?.selectAllChildren(element);
    return 'The browser refused to copy; the text is selected, copy it by keyboard.';
  }
}

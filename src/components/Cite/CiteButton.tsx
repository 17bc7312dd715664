import useBaseUrl from '@docusaurus/useBaseUrl';
import { type ComponentType, type MouseEvent, type ReactNode, useState } from 'react';
import styles from './Cite.module.css';
import type { CiteProperties } from './cite-properties.ts';

interface DialogProperties extends CiteProperties {
  onClose: () => void;
}

/** Opens a table's citations; without JavaScript it is a link to the page that holds them. */
export function CiteButton(properties: CiteProperties): ReactNode {
  const { table, citePath } = properties;
  const [Dialog, setDialog] = useState<ComponentType<DialogProperties> | null>(null);
  const [open, setOpen] = useState(false);
  const address = useBaseUrl(citePath);

  const show = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    import('./CiteDialog.tsx').then(
      ({ CiteDialog }) => {
        setDialog(() => CiteDialog);
        setOpen(true);
      },
      () => window.location.assign(address),
    );
  };

  return (
    <>
      <a className={styles.open} href={address} onClick={show} aria-label={`Cite ${table.title}`}>
        Cite
      </a>
      {open && Dialog && <Dialog {...properties} onClose={() => setOpen(false)} />}
    </>
  );
}

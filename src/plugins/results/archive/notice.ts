import { type Html, html } from './html.ts';
import { href } from './layout.ts';

/** The same page in the newest version, or its nearest parent there. */
export interface NewerPage {
  /** Label of the newest published version. */
  version: string;
  path: string;
  /** Whether it is the same page, not a parent of it. */
  exact: boolean;
}

/** Says that the version is archived, and where the newest one stands. */
export function archiveNotice(version: string, newer: NewerPage | undefined): Html {
  const link = newer && html`<a href="${href(newer.path)}">version ${newer.version}</a>`;
  return html`<aside class="notice" aria-label="Archived version">
<p><strong>This is version ${version}, an archived one.</strong> Its figures stay as they were published${
    newer?.exact
      ? html`; the same page is part of the newest, ${link}`
      : newer
        ? html`. The newest version has no such page; see ${link}`
        : null
  }.</p>
</aside>`;
}

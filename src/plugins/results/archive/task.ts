import type { Judgement } from './agreement.ts';

/** Judged tables as they pass between processes. */
export type JudgedEntries = [
  key: string,
  table: { version: string; path: string; judgements: [string, Judgement][] },
][];

/** What every version's pages are written from, besides its documents. */
export interface ArchiveContext {
  /** Folder that holds `static/results`. */
  root: string;
  /** Folder of the built site. */
  outDir: string;
  /** Path of the style sheet below the site's base. */
  stylesheet: string;
  /** The newest published version and its pages, to link the same page there. */
  newest: { version: string; suites: { id: string; scenarios: string[] }[] } | null;
  /** Tables of the live versions. */
  judged: JudgedEntries;
}

/** One version to write. */
export interface ArchiveTask {
  label: string;
  /** Tables of newer archived versions, where no live version has them. */
  judged: JudgedEntries;
}

/** What a written version held that no newer version known so far does. */
export interface ArchiveOutcome {
  label: string;
  unmatched: JudgedEntries;
}

/** What the program sends to a worker: the context first, then versions one at a time. */
export type WorkerRequest = { context: ArchiveContext } | { task: ArchiveTask };

export type WorkerAnswer = { outcome: ArchiveOutcome } | { error: string };

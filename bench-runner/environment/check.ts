/** One thing looked at, and what would help where it is not as it should be. */
export interface Check {
  /** Kebab-case, stable between releases. */
  id: string;
  title: string;
  group: 'machine' | 'services' | 'programs';
  /** `notice`: results are valid but worse than they could be. */
  status: 'ok' | 'notice' | 'missing';
  /** Whether nothing can be measured without it. */
  needed: boolean;
  /** What was found, or what its absence means. */
  finding: string;
  /** The command or change that would help; null where there is nothing to do. */
  remedy: string | null;
}

import { ServiceUnavailable } from '../define/service.ts';

/** Which server a suite would be given here, found without starting one. */
export interface Inspection {
  /** `notice`: something takes the place of a real one. */
  status: 'ok' | 'notice' | 'missing';
  finding: string;
  /** What would help; null where there is nothing to do. */
  remedy: string | null;
}

export const found = (finding: string): Inspection => ({ status: 'ok', finding, remedy: null });

/** What is told of a service that cannot run; other errors are thrown on. */
export function unavailable(error: unknown): Inspection {
  if (!(error instanceof ServiceUnavailable)) throw error;
  return { status: 'missing', finding: error.message, remedy: error.remedy };
}

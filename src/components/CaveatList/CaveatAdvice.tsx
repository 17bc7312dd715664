import Link from '@docusaurus/Link';
import type { ReactNode } from 'react';
import type { CaveatCode } from '../../../bench-runner/results/caveat.ts';
import { caveatCatalogue } from '../../../bench-runner/results/caveat-catalogue.ts';

/** What a caveat advises, and where the methodology explains it. */
export function CaveatAdvice({ code }: { code: CaveatCode }): ReactNode {
  const { title, advice, href } = caveatCatalogue[code];
  return (
    <>
      {advice}{' '}
      <Link to={href} aria-label={`About the caveat: ${title}`}>
        About this caveat
      </Link>
    </>
  );
}

import Link from '@docusaurus/Link';
import useBaseUrl from '@docusaurus/useBaseUrl';
import type { ComponentProps, ReactNode } from 'react';

interface Properties extends Omit<ComponentProps<'a'>, 'href'> {
  /** Path below the site's base. */
  path: string;
  /** False where the page is not a route: an archived page or a file. */
  live: boolean;
  children: ReactNode;
}

/** A link within the site that loads the page anew where its target is no route. */
export function PageAnchor({ path, live, children, ref: _, ...rest }: Properties): ReactNode {
  const address = useBaseUrl(path);
  return live ? (
    <Link to={path} {...rest}>
      {children}
    </Link>
  ) : (
    <a href={address} {...rest}>
      {children}
    </a>
  );
}

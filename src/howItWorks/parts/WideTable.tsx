// A table that may be wider than a narrow screen: it is scrolled then, not the page; by keys, too.

import type { ReactNode } from 'react';

interface Props {
  readonly caption: string;
  readonly children: ReactNode;
  readonly className: string;
}

export function WideTable({ caption, children, className }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys
    <section className="scrolled" tabIndex={0} aria-label={caption}>
      <table className={className}>
        <caption>{caption}</caption>
        {children}
      </table>
    </section>
  );
}

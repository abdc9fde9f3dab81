// Stands where a photo is that nobody can see, or has not pointed at yet: takes the same room, says the same of itself,
// and costs little.

import type { ReactNode } from 'react';
import type { Photo } from '../../store/project.ts';
import item from '../PhotoItem.module.css';

interface Props {
  readonly photo: Photo;
  readonly className: string | undefined;
  readonly isSelected: boolean;
  readonly children: ReactNode;
}

export function StandIn({ photo, className, isSelected, children }: Props) {
  return (
    // biome-ignore-start lint/a11y/useSemanticElements: what it stands in for is no table either
    // biome-ignore-start lint/a11y/useFocusableInteractive: it becomes the real one before anything can focus it
    <div
      ref={join}
      role="row"
      className={`${item.item} ${className}`}
      aria-label={photo.name}
      aria-selected={isSelected}
      data-key={photo.key}
      data-photo={photo.name}
      data-selected={isSelected || undefined}
      data-stand-in=""
    >
      <div role="gridcell" className={item.cell}>
        {children}
      </div>
    </div>
    // biome-ignore-end lint/a11y/useSemanticElements: as above
    // biome-ignore-end lint/a11y/useFocusableInteractive: as above
  );
}

/** React Aria finds the elements of a list by this mark: arrow keys, and jumps by pages, go by their places. */
function join(element: HTMLElement | null): void {
  const list = element?.closest<HTMLElement>('[role="grid"]')?.dataset.collection;
  if (element && list !== undefined) element.dataset.collection = list;
}

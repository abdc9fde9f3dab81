// The photos of one place, as a list that can be walked, selected, dragged from and dropped on.

import type { ReactNode } from 'react';
import type { Selection } from 'react-aria-components';
import { GridList } from 'react-aria-components/GridList';
import type { Photo, Place } from '../store/project.ts';
import { useApp } from './appContext.ts';
import { useSelection } from './selection.ts';
import { usePhotoDrag } from './usePhotoDrag.ts';

interface Props {
  readonly place: Place;
  readonly photos: readonly Photo[];
  readonly label: string;
  readonly layout: 'grid' | 'stack';
  readonly className: string | undefined;
  readonly children: (photo: Photo) => ReactNode;
  readonly empty: ReactNode;
}

const NOTHING: ReadonlySet<string> = new Set();

export function PhotoList({ place, photos, label, layout, className, children, empty }: Props) {
  const { store, actions } = useApp();
  const selection = useSelection();
  const selected = selection.place === place ? selection.keys : NOTHING;
  // With a finger there is no key to hold: a tap chooses, and never gathers.
  const touch = matchMedia('(pointer: coarse)').matches;
  const dragAndDropHooks = usePhotoDrag(
    place,
    (key) => store.getState().history.present.photos.find((photo) => photo.key === key)?.name ?? '',
  );

  const onSelectionChange = (keys: Selection) => {
    const chosen = keys === 'all' ? photos.map(({ key }) => key) : [...keys].map(String);
    selection.select(place, chosen);
    actions.choose(chosen.at(-1) ?? null);
  };

  return (
    <GridList
      aria-label={label}
      className={className ?? ''}
      layout={layout}
      items={photos}
      dragAndDropHooks={dragAndDropHooks}
      selectionMode={touch ? 'single' : 'multiple'}
      selectionBehavior="replace"
      selectedKeys={selected}
      onSelectionChange={onSelectionChange}
      renderEmptyState={() => empty}
    >
      {children}
    </GridList>
  );
}

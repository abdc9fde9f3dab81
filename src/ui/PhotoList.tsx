// The photos of one place, as a list that can be walked, selected, dragged from and dropped on.

import { type ComponentType, type ReactNode, useMemo, useState } from 'react';
import type { Selection } from 'react-aria-components';
import { CollectionRendererContext } from 'react-aria-components/CollectionBuilder';
import { GridList } from 'react-aria-components/GridList';
import type { Photo, Place } from '../store/project.ts';
import { useApp } from './appContext.ts';
import { ALL_WHOLE, type LongList, LongListContext, NEARBY } from './longList/NearbyItems.tsx';
import { StandIn } from './longList/StandIn.tsx';
import { useGrowing } from './longList/useGrowing.ts';
import { take, useTaken } from './moving/taken.ts';
import { PhotoItem } from './PhotoItem.tsx';
import { useSelection } from './selection.ts';
import { usePhotoDrag } from './usePhotoDrag.ts';

export interface FaceProps {
  readonly photo: Photo;
  /**
   * What of it is needed: far from the screen its size and its data alone, or its picture too, where a reloaded page
   * begins and should not be grey until all of it is there.
   */
  readonly shows: 'all' | 'picture' | 'nothing';
}

interface Props {
  readonly place: Place;
  readonly photos: readonly Photo[];
  readonly label: string;
  readonly layout: 'grid' | 'stack';
  readonly className: string | undefined;
  /** What a photo of the list shows, and the class of the item around it. */
  readonly Face: ComponentType<FaceProps>;
  readonly itemClass: string | undefined;
  readonly empty: ReactNode;
}

const NOTHING: ReadonlySet<string> = new Set();
/** Photos of a list that is there from the start: drawn whole at once, and drawn with their pictures. */
const FIRST_WHOLE = 8;
const FIRST_PICTURES = 40;

export function PhotoList({ place, photos, label, layout, className, Face, itemClass, empty }: Props) {
  const { store, actions } = useApp();
  const select = useSelection((selection) => selection.select);
  const selected = useSelection((selection) => (selection.place === place ? selection.keys : NOTHING));
  const isTaking = useTaken(({ isOn }) => isOn);
  const taken = useTaken(({ keys }) => keys);
  // With a finger there is no key to hold: a tap chooses, and never gathers.
  const touch = matchMedia('(pointer: coarse)').matches;
  const dragAndDropHooks = usePhotoDrag(
    place,
    (key) => store.getState().history.present.photos.find((photo) => photo.key === key)?.name ?? '',
  );
  const growing = useGrowing(photos);
  const [early] = useState(() => photos.slice(0, FIRST_PICTURES).map(({ key }) => key));
  const longList = useMemo(
    (): LongList => ({
      first: new Set(early.slice(0, FIRST_WHOLE)),
      drawStandIn: (photo, isSelected, isNear) => (
        <StandIn photo={photo} className={itemClass} isSelected={isSelected}>
          <Face photo={photo} shows={isNear ? 'all' : early.includes(photo.key) ? 'picture' : 'nothing'} />
        </StandIn>
      ),
    }),
    [early, Face, itemClass],
  );

  const onSelectionChange = (keys: Selection) => {
    const chosen = keys === 'all' ? new Set(photos.map(({ key }) => key)) : (keys as ReadonlySet<string>);
    if (isTaking) {
      // Those of other places stay taken.
      take(chosen);
      return;
    }
    select(place, chosen);
    actions.choose([...chosen].at(-1) ?? null);
  };

  return (
    <CollectionRendererContext value={NEARBY}>
      <LongListContext value={longList}>
        <GridList
          aria-label={label}
          className={className ?? ''}
          data-many={photos.length > ALL_WHOLE || undefined}
          layout={layout}
          items={growing}
          dragAndDropHooks={dragAndDropHooks}
          selectionMode={touch && !isTaking ? 'single' : 'multiple'}
          selectionBehavior={isTaking ? 'toggle' : 'replace'}
          selectedKeys={isTaking ? taken : selected}
          onSelectionChange={onSelectionChange}
          renderEmptyState={() => empty}
        >
          {(photo) => (
            <PhotoItem photo={photo} className={itemClass}>
              <Face photo={photo} shows="all" />
            </PhotoItem>
          )}
        </GridList>
      </LongListContext>
    </CollectionRendererContext>
  );
}

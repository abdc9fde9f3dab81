// How React Aria's lists draw their items here. An item of its own costs some milliseconds, and all are drawn anew
// whenever something about one of them changes: seconds, with hundreds of photos. So in a project of many photos only
// those close to the screen are items of React Aria's, the others stand in for one, as all do for a moment while photos
// are being looked at; and an item is drawn anew when something changes that it shows. Each photo has an element from the
// first moment on, for whoever counts them.

import {
  type ComponentProps,
  createContext,
  type MouseEvent,
  memo,
  type ReactNode,
  type RefCallback,
  use,
  useState,
} from 'react';
import { type CollectionRenderer, DefaultCollectionRenderer } from 'react-aria-components/CollectionBuilder';
import { ListStateContext } from 'react-aria-components/ListBox';
import { DragAndDropContext } from 'react-aria-components/useDragAndDrop';
import { flushSync } from 'react-dom';
import type { Photo } from '../../store/project.ts';
import { areComing } from '../../store/state.ts';
import { useAppState } from '../appContext.ts';
import { useNearby } from './useNearby.ts';

/** Up to so many photos of a project are all drawn whole, one after the other, wherever they are. */
export const ALL_WHOLE = 40;

export interface LongList {
  /** Draws a photo that is no item of React Aria's. */
  readonly drawStandIn: (photo: Photo, isSelected: boolean, isNear: boolean) => ReactNode;
  /** Keys of those that are whole at once, before it is known which are close: what a reloaded page shows first. */
  readonly first: ReadonlySet<string>;
}

export const LongListContext = createContext<LongList>({ drawStandIn: () => null, first: new Set() });

export const NEARBY: CollectionRenderer = {
  ...DefaultCollectionRenderer,
  CollectionRoot: NearbyItems,
  // Photos are dropped on a place as a whole, never between others.
  dropTargetDelegate: { getDropTargetFromPoint: () => ({ type: 'root' }) },
};

type RootProps = ComponentProps<CollectionRenderer['CollectionRoot']>;
type Item = RootProps['collection'] extends Iterable<infer N> ? N : never;
type Key = Item['key'];

/** What React Aria tells the items of a list. */
const useTold = () => ({ list: use(ListStateContext), drag: use(DragAndDropContext) });

function NearbyItems({ collection, persistedKeys }: RootProps): ReactNode {
  const told = useTold();
  const { first } = use(LongListContext);
  const areAll = useAppState(({ history }) => history.present.photos.length <= ALL_WHOLE);
  const isBusy = useAppState((state) => state.network.status === 'ready' && areComing(state));
  const { near, whole, watch, want, hold } = useNearby({ areAll, isBusy });
  const [used, setUsed] = useState<Key | null>(null);
  const manager = told.list?.selectionManager;
  const count = manager?.selectedKeys.size ?? 0;
  return [...collection].map((item) => {
    const { key } = item;
    const isSelected = manager?.isSelected(key) ?? false;
    const focus = manager?.focusedKey === key ? `${manager.isFocused} ${manager.childFocusStrategy}` : '';
    const isDragged = told.drag.dragState?.isDragging(key) ?? false;
    return (
      <ItemPlace
        key={key}
        item={item}
        told={told}
        isNear={near.has(String(key))}
        isWhole={whole.has(String(key)) || first.has(String(key)) || (persistedKeys?.has(key) ?? false)}
        isSelected={isSelected}
        shows={`${isSelected ? count : 0} ${focus} ${isDragged}`}
        isUsed={used === key}
        onUse={setUsed}
        watch={watch}
        want={want}
        hold={hold}
      />
    );
  });
}

interface PlaceProps {
  readonly item: Item;
  readonly told: ReturnType<typeof useTold>;
  /** Is it on the screen or close to it? */
  readonly isNear: boolean;
  readonly isWhole: boolean;
  readonly isSelected: boolean;
  /** Whatever else of the list's state can be seen or heard of the item. */
  readonly shows: string;
  readonly isUsed: boolean;
  readonly onUse: (key: Key) => void;
  readonly watch: RefCallback<HTMLElement>;
  readonly want: (key: string) => void;
  readonly hold: () => void;
}

const ItemPlace = memo(function PlaceOfItem(props: PlaceProps) {
  const { item, told, isNear, isWhole, isSelected, onUse, watch, want, hold } = props;
  const { drawStandIn } = use(LongListContext);
  // Before an item acts on what a person does, it is told how the list is now: what it was told last may be old.
  const bringUpToDate = () => flushSync(() => onUse(item.key));
  /** What React Aria would do at a click on a whole item. */
  const choose = ({ shiftKey, ctrlKey, metaKey }: MouseEvent) => {
    const manager = told.list?.selectionManager;
    manager?.setFocused(true);
    manager?.setFocusedKey(item.key);
    if (shiftKey) manager?.extendSelection(item.key);
    else if (ctrlKey || metaKey || manager?.selectionBehavior === 'toggle')
      manager?.toggleSelection(item.key);
    else manager?.replaceSelection(item.key);
    want(String(item.key));
  };
  return (
    <div
      ref={watch}
      role="presentation"
      data-place-of={item.key}
      onPointerOver={({ pointerType, buttons }) => {
        // Fingers, and mice that jump, press without having pointed.
        if (!isWhole && pointerType === 'mouse' && buttons === 0) want(String(item.key));
      }}
      onPointerDownCapture={() => {
        bringUpToDate();
        if (!isWhole) hold();
      }}
      onKeyDownCapture={bringUpToDate}
      onClickCapture={(event) => {
        bringUpToDate();
        if (!isWhole) choose(event);
      }}
      onDragStartCapture={bringUpToDate}
    >
      {isWhole ? (
        <ListStateContext value={told.list}>
          <DragAndDropContext value={told.drag}>{item.render?.(item)}</DragAndDropContext>
        </ListStateContext>
      ) : (
        drawStandIn(item.value as Photo, isSelected, isNear)
      )}
    </div>
  );
}, looksTheSame);

function looksTheSame(before: PlaceProps, now: PlaceProps): boolean {
  return (
    !now.isUsed &&
    before.item.props === now.item.props &&
    before.isNear === now.isNear &&
    before.isWhole === now.isWhole &&
    before.isSelected === now.isSelected &&
    before.shows === now.shows
  );
}

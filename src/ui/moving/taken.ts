// Moving photos by taps, where there is no mouse to drag with: photos are taken up one by one, from wherever they lie, and
// put down together.

import { create } from 'zustand';
import type { PhotoKey } from '../../store/project.ts';

interface Taken {
  /** Is a tap on a photo meant to take it up? Else it shows its reasons. */
  readonly isOn: boolean;
  readonly keys: ReadonlySet<PhotoKey>;
}

const NOTHING: Taken = { isOn: false, keys: new Set() };

export const useTaken = create<Taken>()(() => NOTHING);

export const beginTaking = (): void => useTaken.setState({ ...NOTHING, isOn: true });

/** @param keys all that are taken now */
export const take = (keys: ReadonlySet<PhotoKey>): void => useTaken.setState({ keys });

export const endTaking = (): void => useTaken.setState(NOTHING);

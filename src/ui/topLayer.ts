// A modal dialog of the browser's own makes all of the page behind it unseen, unheard and out of reach. What is to be heard all the
// same lies in the dialog while it is open.

import { create } from 'zustand';

/** The modal dialog that is open; null for none. */
export const useTopLayer = create<{ readonly dialog: HTMLDialogElement | null }>()(() => ({ dialog: null }));

export const setTopLayer = (dialog: HTMLDialogElement | null): void => useTopLayer.setState({ dialog });

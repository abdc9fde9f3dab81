// Takes back what is said no longer.

import type { AppStore, Notice } from './state.ts';

export function withdrawNotices(store: AppStore, isOver: (notice: Notice) => boolean): void {
  const { notices } = store.getState();
  if (notices.some(isOver)) store.setState({ notices: notices.filter((notice) => !isOver(notice)) });
}

// Shows a photo's reasons, wherever on the page it was asked for, and marks it in its list.

import { useApp, useProject } from './appContext.ts';
import { useSelection } from './selection.ts';

export function useShowPhoto(): (key: string) => void {
  const { actions } = useApp();
  const { photos } = useProject();
  const select = useSelection((selection) => selection.select);
  return (key) => {
    const photo = photos.find((candidate) => candidate.key === key);
    if (!photo) return;
    select(photo.place, [key]);
    actions.choose(key);
  };
}

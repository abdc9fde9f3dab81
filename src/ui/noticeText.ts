// What the notices in the corner say.

import type { Notice } from '../store/state.ts';
import { DAYS_DELETED } from '../store/storage.ts';
import { projectProblem } from './projects/projectProblem.ts';
import { list, networkProblem, photos } from './sentences.ts';
import { exportProblem } from './takeAway/exportProblem.ts';

export function noticeText(notice: Notice, placeName: (place: string) => string): string {
  switch (notice.kind) {
    case 'already-there':
      return notice.names.length === 1
        ? `${notice.names[0]} is already in ${placeName(notice.place)}, so it was not added again.`
        : `${list(notice.names)} are already in ${placeName(notice.place)}, so they were not added again.`;
    case 'nothing-dropped':
      return notice.names.length > 0
        ? `No photos in ${list(notice.names)}. Drop JPEG, PNG, WebP, AVIF, GIF or BMP files, or folders of them.`
        : 'Nothing to use in that drop. Drop photo files or folders; a picture from another page may have to be saved first.';
    case 'left-out':
      return `Left out, because ${notice.names.length === 1 ? 'it is not a photo' : 'they are not photos'}: ${list(notice.names)}.`;
    case 'unreadable-drop':
      return `${list(notice.names) || 'That folder'} could not be read. Drop its photos themselves, or choose them with the button.`;
    case 'no-class-names':
      return 'The names of ImageNet’s classes could not be fetched, so numbers stand for them. Reload the page to try again.';
    case 'model-not-needed':
      return 'The network is loaded already, so those files were not needed.';
    case 'samples-failed':
      return 'The sample cars could not be fetched. Check the connection and try again.';
    case 'drawn-samples':
      return 'The talk’s photos are not on this server, so here are cars that we drew. They work the same way.';
    case 'model-refused':
      return networkProblem(notice.error);
    case 'open-elsewhere':
      return 'Nothing was changed: another tab has this project open. Press Take over to work on it here.';
    case 'project-deleted':
      return notice.unsaved === 0
        ? `“${notice.name}” was deleted. Undo brings it back, and for ${DAYS_DELETED} days so does Projects, under Recently deleted.`
        : `“${notice.name}” was deleted. Undo brings it back as long as this page is open; ${photos(notice.unsaved)} of it ${notice.unsaved === 1 ? 'is' : 'are'} saved nowhere else.`;
    case 'set-aside':
      return `Saved earlier, but not readable any more: ${list(notice.aside.map(missingPart))}. The rest is here. What cannot be read was set aside as it was: Projects, Set aside hands it out.`;
    case 'newer-projects':
      return `A newer version of Binsight has saved ${list(notice.names)}, so this one leaves ${notice.names.length === 1 ? 'it' : 'them'} alone. Reload the page to get that version.`;
    case 'photos-wait':
      return `Another tab has changed this project meanwhile. ${notice.count === 1 ? '1 photo that is not saved waits' : `${notice.count} photos that are not saved wait`} here: press Take over to add ${notice.count === 1 ? 'it' : 'them'}.`;
    case 'project-gone':
      return `“${notice.name}” is no longer in this browser’s storage. If you have a project file of it, open that.`;
    case 'never-saved':
      return `The page was closed before ${photos(notice.names.length)} of “${notice.project}” ${notice.names.length === 1 ? 'was' : 'were'} saved: ${list(notice.names)}. Drop ${notice.names.length === 1 ? 'it' : 'them'} again.`;
    case 'project-refused':
      return projectProblem(notice.file, notice.error);
    case 'export-without':
      return `${notice.file} was made without ${list(notice.names)}: what this browser has kept of ${notice.names.length === 1 ? 'it is damaged or gone. Drop that photo' : 'them is damaged or gone. Drop those photos'} again, then take the project away once more.`;
    case 'export-failed':
      return exportProblem(notice.what, notice.error);
    case 'project-changed':
      return [
        notice.missing.length > 0
          ? `${notice.file} was opened without ${photos(notice.missing.length)} that ${notice.missing.length === 1 ? 'is' : 'are'} not in it: ${list(notice.missing)}.`
          : '',
        notice.changed.length > 0 ? `Not as when the file was written: ${list(notice.changed)}.` : '',
        notice.added.length > 0 ? `Added to its folders since: ${list(notice.added)}.` : '',
        notice.changed.length + notice.added.length > 0 ? 'They were taken as they are.' : '',
      ]
        .filter((sentence) => sentence !== '')
        .join(' ');
  }
}

type SetAside = Extract<Notice, { readonly kind: 'set-aside' }>['aside'][number];

/** What is missing of a project: `2 photos and a bin of “Cars”`, or all of it: `“Cars”`. */
function missingPart({ name, damage }: SetAside): string {
  if (!damage) return `“${name}”`;
  const parts = [
    ...(damage.photos > 0 ? [photos(damage.photos)] : []),
    ...(damage.bins > 0 ? [damage.bins === 1 ? 'a bin' : `${damage.bins} bins`] : []),
    ...(damage.settings ? ['the settings'] : []),
  ];
  return `${list(parts)} of “${name}”`;
}

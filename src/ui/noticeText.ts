// What the notices in the corner say.

import type { Notice } from '../store/state.ts';
import { DAYS_DELETED } from '../store/storage.ts';
import { projectProblem } from './projects/projectProblem.ts';
import { list, networkProblem } from './sentences.ts';
import { exportProblem } from './takeAway/exportProblem.ts';
import { words } from './words/words.ts';

export function noticeText(notice: Notice, placeName: (place: string) => string): string {
  const says = words.problems.notices;
  switch (notice.kind) {
    case 'already-there':
      return says.alreadyThere(list(notice.names), notice.names.length, placeName(notice.place));
    case 'nothing-dropped':
      return notice.names.length > 0 ? says.noPhotosIn(list(notice.names)) : says.nothingDropped;
    case 'left-out':
      return says.leftOut(list(notice.names), notice.names.length);
    case 'unreadable-drop':
      return unreadable(notice.names);
    case 'no-class-names':
      return says.noClassNames;
    case 'no-talk':
      return words.talk.notFetched;
    case 'no-language':
      return says.noLanguage;
    case 'model-not-needed':
      return says.modelNotNeeded;
    case 'samples-failed':
      return says.samplesFailed;
    case 'drawn-samples':
      return says.drawnSamples;
    case 'model-refused':
      return networkProblem(notice.error);
    case 'open-elsewhere':
      return says.openElsewhere;
    case 'project-deleted':
      return notice.unsaved === 0
        ? says.deleted(notice.name, DAYS_DELETED)
        : says.deletedUnsaved(notice.name, notice.unsaved);
    case 'set-aside':
      return says.setAside(list(notice.aside.map(missingPart)));
    case 'newer-projects':
      return says.newerProjects(list(notice.names), notice.names.length);
    case 'photos-wait':
      return says.photosWait(notice.name, notice.count);
    case 'project-gone':
      return says.projectGone(notice.name);
    case 'never-saved':
      return says.neverSaved(notice.project, list(notice.names), notice.names.length);
    case 'project-refused':
      return projectProblem(notice.file, notice.error);
    case 'export-without':
      return says.exportWithout(notice.file, list(notice.names), notice.names.length);
    case 'export-failed':
      return exportProblem(notice.what, notice.error);
    case 'project-changed':
      return changesText(notice);
  }
}

function changesText({
  file,
  missing,
  changed,
  added,
}: Extract<Notice, { readonly kind: 'project-changed' }>) {
  const says = words.problems.notices;
  return [
    missing.length > 0 ? says.openedWithout(file, list(missing), missing.length) : '',
    changed.length > 0 ? says.changedSince(list(changed)) : '',
    added.length > 0 ? says.addedSince(list(added)) : '',
    changed.length + added.length > 0 ? says.takenAsTheyAre : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

/** A name that is no text has reached the page as none. */
function unreadable(names: readonly string[]): string {
  const says = words.problems.notices;
  const named = names.filter((name) => name !== '');
  const nameless = names.length - named.length;
  return [
    ...(named.length > 0 ? [says.unreadable(list(named))] : []),
    ...(nameless > 0 ? [says.unreadableNames(nameless)] : []),
  ].join(' ');
}

type SetAside = Extract<Notice, { readonly kind: 'set-aside' }>['aside'][number];

/** What is missing of a project: `2 photos and a bin of “Cars”`, or all of it: `“Cars”`. */
function missingPart({ name, damage }: SetAside): string {
  const says = words.problems.notices;
  if (!damage) return says.asideProject(name);
  const parts = [
    ...(damage.photos > 0 ? [says.asidePhotos(damage.photos)] : []),
    ...(damage.bins > 0 ? [says.asideBins(damage.bins)] : []),
    ...(damage.settings ? [says.asideSettings] : []),
  ];
  return says.asideParts(list(parts), name);
}

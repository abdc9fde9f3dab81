// Why a bin, or the project, cannot be called what was typed.

import {
  type BinId,
  countCharacters,
  findBin,
  LONGEST_LABEL,
  labelProblem,
  type Project,
  projectNameProblem,
} from '../store/project.ts';

/** @returns null when the bin can be called that */
export function binNameSentence(project: Project, id: BinId, draft: string): string | null {
  const wanted = draft.trim();
  switch (labelProblem(project, id, draft)) {
    case null:
      return null;
    case 'empty':
      return 'A bin needs a name.';
    case 'too-long':
      return tooLong(wanted);
    case 'test':
      return `“${wanted}” stands for the photos to be judged, as in a project’s folders, so no bin can be called that.`;
    case 'neither':
      return `“${wanted}” is what a photo is called that fits no bin, so no bin can be called that.`;
    case 'taken': {
      const other = findBin(project, wanted)?.label;
      return other === wanted
        ? `Another bin is called “${other}” already.`
        : `Another bin is called “${other}” already: capital letters make no difference.`;
    }
  }
}

/** @returns null when the project can be called that */
export function projectNameSentence(draft: string): string | null {
  switch (projectNameProblem(draft)) {
    case null:
      return null;
    case 'empty':
      return 'A project needs a name.';
    case 'too-long':
      return tooLong(draft.trim());
  }
}

/** What is typed or pasted is never cut: who wrote it knows best what can go. */
function tooLong(name: string): string {
  const count = countCharacters(name);
  return `${count} characters; there is room for ${LONGEST_LABEL}, so take out ${count - LONGEST_LABEL}.`;
}

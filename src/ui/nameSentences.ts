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
import { words } from './words/words.ts';

/** @returns null when the bin can be called that */
export function binNameSentence(project: Project, id: BinId, draft: string): string | null {
  const wanted = draft.trim();
  const says = words.page.names;
  switch (labelProblem(project, id, draft)) {
    case null:
      return null;
    case 'empty':
      return says.binEmpty;
    case 'too-long':
      return tooLong(wanted);
    case 'test':
      return says.test(wanted);
    case 'neither':
      return says.neither(wanted);
    case 'taken': {
      const other = findBin(project, wanted)?.label ?? wanted;
      return other === wanted ? says.taken(other) : says.takenOtherwise(other);
    }
  }
}

/** @returns null when the project can be called that */
export function projectNameSentence(draft: string): string | null {
  switch (projectNameProblem(draft)) {
    case null:
      return null;
    case 'empty':
      return words.page.names.projectEmpty;
    case 'too-long':
      return tooLong(draft.trim());
  }
}

/** What is typed or pasted is never cut: who wrote it knows best what can go. */
const tooLong = (name: string): string => words.page.names.tooLong(countCharacters(name), LONGEST_LABEL);

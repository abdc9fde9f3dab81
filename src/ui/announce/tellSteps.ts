// Says what each step has done, and what undo and redo have taken back or done again.

import type { History } from '../../store/history.ts';
import type { Project } from '../../store/project.ts';
import type { AppStore } from '../../store/state.ts';
import { words } from '../words/words.ts';
import type { Say } from './said.ts';
import { stepText } from './stepText.ts';

/** @returns ends it */
export const tellSteps = (store: AppStore, say: Say): (() => void) =>
  store.subscribe(({ history }, before) => {
    if (history === before.history) return;
    const text = changeText(before.history, history);
    if (text !== null) say(text);
  });

/** Told by the projects themselves: which of them stands where in the history now. */
function changeText(before: History<Project>, now: History<Project>): string | null {
  const [from, to] = [before.present, now.present];
  if (from === to) return null;
  if (now.future[0] === from) return words.said.undone(wayBack(to, from));
  if (before.future[0] === to) return words.said.redone(stepText(from, to) ?? words.said.setting);
  // What goes on with a step (a slider that is dragged), or corrects the history, is none of its own.
  return now.past.at(-1) === from ? stepText(from, to) : null;
}

/** What was done from `earlier` to `later`, and is undone now; of another project, that it is open. */
const wayBack = (earlier: Project, later: Project): string =>
  (earlier.id === later.id ? stepText(earlier, later) : stepText(later, earlier)) ?? words.said.setting;

// A state as the page has it after learning, made of small numbers by hand.

import { BinsightError } from '../../../../src/core/errors.ts';
import { calibrate } from '../../../../src/core/evaluation/calibration.ts';
import { holdOut } from '../../../../src/core/evaluation/heldOut.ts';
import { mulberry32 } from '../../../../src/core/random.ts';
import { type Bin, type Photo, type Project, TRAY } from '../../../../src/store/project.ts';
import { createAppStore, type State } from '../../../../src/store/state.ts';
import { projectWith, readyWork, trainedOn } from '../../../support/project.ts';

export interface Names {
  readonly project: string;
  readonly bins: readonly string[];
  /** Of every photo, with its number behind it. */
  readonly photo: string;
  readonly credit: string;
  readonly classes: string;
}

export const HARMLESS: Names = {
  project: 'Cars',
  bins: ['classic', 'modern'],
  photo: 'photo',
  credit: 'https://example.org/photo',
  classes: 'class',
};

/** Photos per bin, and features: the first three say which bin, the rest little. */
const PER_BIN = 6;
const FEATURES = 12;

function featuresOf(bin: number, number: number): number[] {
  const random = mulberry32(100 * bin + number);
  return Array.from({ length: FEATURES }, (_, i) => (i < 3 ? (i === bin ? 5 : 2) : 1) + random());
}

/** Bins of six photos each, and five in the tray: one of each of two bins, one unlike all, one damaged, one waiting. */
export function learnedState(names: Names = HARMLESS): State {
  const bins: Bin[] = names.bins.map((label, k) => ({ id: `bin-${k + 1}`, label }));
  const work: Record<string, State['work'][string]> = {};
  const photos: Photo[] = [];
  const add = (place: string, done: State['work'][string]) => {
    const number = photos.length;
    const key = `key-${number}`;
    photos.push({ key, name: `${names.photo}${number}`, place, credit: names.credit });
    work[key] = done;
  };
  for (const [k, { id }] of bins.entries()) {
    for (let number = 0; number < PER_BIN; number++) {
      add(id, readyWork(`${k}-${number}`.padEnd(64, '0'), ...featuresOf(k, number)));
    }
  }
  add(TRAY, readyWork('a'.repeat(64), ...featuresOf(0, 50)));
  add(TRAY, readyWork('b'.repeat(64), ...featuresOf(1, 60)));
  add(TRAY, readyWork('c'.repeat(64), ...Array.from({ length: FEATURES }, (_, i) => (i < 3 ? -4 : 3 * i))));
  add(TRAY, { status: 'failed', error: new BinsightError('photo-truncated') });
  add(TRAY, { status: 'queued' });

  const project: Project = { ...projectWith(...photos), name: names.project, bins };
  const trained = trainedOn(project, work);
  const { set } = trained;
  const request = {
    labels: set.labels,
    rows: set.rows.map((row) => row[set.kind]),
    targets: set.targets,
    C: set.C,
  };
  const heldOut = holdOut({ ...request, seed: 1 });
  const state = createAppStore(project).getState();
  return {
    ...state,
    work,
    trained,
    training: { status: 'ready' },
    evaluation: { of: trained, heldOut, calibration: calibrate(heldOut, set.targets), ms: 1 },
    classNames: Array.from({ length: FEATURES }, (_, i) => `${names.classes} ${i}`),
    modelId: 'inception-v1/uint8',
  };
}

/** The same state, where everything has another name. Nothing is learned anew. */
export function renamed(state: State, names: Names): State {
  const { present } = state.history;
  const project: Project = {
    ...present,
    name: names.project,
    bins: present.bins.map((bin, k) => ({ ...bin, label: names.bins[k] ?? bin.label })),
    photos: present.photos.map((photo, i) => ({
      ...photo,
      name: `${names.photo}${i}`,
      credit: names.credit,
    })),
  };
  return {
    ...state,
    history: { ...state.history, present: project },
    classNames: state.classNames.map((_, i) => `${names.classes} ${i}`),
  };
}

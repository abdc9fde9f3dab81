// What a slide says that has nothing to show yet.

import { expect, it } from 'vitest';
import { BinsightError } from '../../../../src/core/errors.ts';
import { startHistory } from '../../../../src/store/history.ts';
import { type Project, TRAY } from '../../../../src/store/project.ts';
import { createAppStore, type State } from '../../../../src/store/state.ts';
import { whyNotLearned } from '../../../../src/ui/talk/whyNotLearned.ts';
import { EMPTY_PROJECT, photo, projectWith } from '../../../support/project.ts';

const initial = createAppStore().getState();
const READY = { status: 'ready', info: {} } as State['network'];
const FAILED = { status: 'failed', error: new BinsightError('photo-empty') } as const;
const full = projectWith(photo('a', 'bin-1'), photo('b', 'bin-2'), photo('t', TRAY));
const said = (project: Project, rest: Partial<State> = {}) =>
  whyNotLearned({ ...initial, history: startHistory(project), ...rest });

it('says what the bins still need', () => {
  expect(said(EMPTY_PROJECT)).toContain('give each of two bins');
  expect(said(projectWith(photo('a', 'bin-1')))).toContain('give modern a photo');
});

it('does not ask for photos that are there', () => {
  const work = { a: { status: 'queued' }, b: { status: 'reading' } } as const;
  expect(said(full, { work })).toBe('Waiting for the network');
  expect(said(full, { work, network: READY })).toBe('The network is looking');
  expect(said(full, { network: READY, training: { status: 'training', photos: 2 } })).toBe(
    'Learning from the bins',
  );
});

it('says that photos cannot be read, whatever else comes to the tray', () => {
  const work = { a: FAILED, b: FAILED, t: { status: 'queued' } } as const;
  expect(said(full, { work, network: READY })).toContain('a photo that can be read');
});

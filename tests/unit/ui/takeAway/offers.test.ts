// When there is something to take away, and what is said when there is not.

import { describe, expect, it } from 'vitest';
import { BinsightError } from '../../../../src/core/errors.ts';
import { startHistory } from '../../../../src/store/history.ts';
import { emptyProject, type Project, TRAY } from '../../../../src/store/project.ts';
import type { PhotoWork, Trained } from '../../../../src/store/state.ts';
import { exportProblem } from '../../../../src/ui/takeAway/exportProblem.ts';
import { OFFERS, roughSize, whyNot } from '../../../../src/ui/takeAway/offers.ts';

const empty = emptyProject('p');
const holding = (place: string): Project => ({ ...empty, photos: [{ key: 'a', name: 'a.jpg', place }] });
// Only whether there is one counts here.
const trained = {} as Trained;
const ready: PhotoWork = {
  status: 'ready',
  picture: { sha256: 's', width: 1, height: 1, thumbnail: '' },
  features: { logits: new Float32Array(), pool5: new Float32Array(), inception_4d: new Float32Array() },
};

/** Of each kind, whether it can be had. */
const offered = (
  project: Project,
  learned: Trained | null,
  work?: PhotoWork,
  modelId: string | null = 'inception-v1/uint8',
) =>
  OFFERS.filter((kind) => {
    const state = {
      history: startHistory(project),
      trained: learned,
      work: work ? { a: work } : {},
      modelId,
    };
    return whyNot(kind, state) === null;
  });

describe('what can be taken away', () => {
  it('is nothing of an empty page', () => {
    expect(offered(empty, null)).toEqual([]);
  });

  it('is the project as soon as anything has been done to it', () => {
    expect(offered({ ...empty, name: 'Cars' }, null)).toEqual(['project']);
    expect(offered(holding('bin-1'), null, { status: 'queued' })).toEqual(['project']);
  });

  it('is the classifier, and what is known of it, once something was learned', () => {
    expect(offered(holding('bin-1'), trained, ready)).toEqual(['project', 'bundle', 'head', 'report']);
  });

  it('is the table of verdicts once a test photo is judged', () => {
    expect(offered(holding(TRAY), trained, { status: 'queued' })).toEqual([
      'project',
      'bundle',
      'head',
      'report',
    ]);
    expect(offered(holding(TRAY), trained, ready)).toEqual(['project', 'bundle', 'head', 'csv', 'report']);
    expect(offered(holding(TRAY), null, ready)).toEqual(['project']);
  });

  it('is no classifier where photos were seen at half precision, and the reason has a remedy', () => {
    const modelId = 'inception-v1/uint8/half';
    expect(offered(holding(TRAY), trained, ready, modelId)).toEqual(['project', 'csv', 'report']);
    const state = { history: startHistory(holding('bin-1')), trained, work: {}, modelId };
    for (const kind of ['bundle', 'head'] as const) {
      expect(whyNot(kind, state)).toMatch(/half precision.*Choose WASM or plain JavaScript/);
    }
    expect(offered(holding(TRAY), trained, ready, null)).toContain('head');
  });
});

describe('how large it will be', () => {
  const two = { ...holding(TRAY), photos: ['a', 'b'].map((key) => ({ key, name: key, place: TRAY })) };
  const state = { history: startHistory(two), network: { status: 'missing' }, trained: null } as const;

  it('is known of a project when it is of every photo', () => {
    const known = new Map([['a', 1000]]);
    expect(roughSize('project', state, (key) => known.get(key))).toBeNull();
    known.set('b', 500);
    expect(roughSize('project', state, (key) => known.get(key))).toBe(1500);
  });

  it('is not known of what depends on something that is not there', () => {
    for (const kind of ['bundle', 'head', 'csv', 'report'] as const) {
      expect(roughSize(kind, state, () => 1)).toBeNull();
    }
  });
});

describe('what could not be made', () => {
  it.each([
    ['photo-lost', { photo: 'a.jpg' }, 'a.jpg is no longer in this browser’s storage'],
    ['photo-unreadable', { file: 'a.jpg' }, 'a.jpg was moved'],
    ['archive-too-many', { limit: 9999 }, '9,999 photos'],
    ['archive-too-large', { limit: 4e9 }, 'all photos together have more than 4.0 GB'],
    ['archive-no-room', { bytes: 1 }, 'no room'],
    [
      'model-network',
      { file: 'manifest.json', status: 404 },
      'manifest.json could not be fetched (HTTP 404)',
    ],
    ['backend-refused', { reason: 'only half precision' }, 'Choose WASM or plain JavaScript'],
    ['worker-timeout', { seconds: 600 }, '600 s'],
    ['worker-failed', { reason: 'boom' }, 'worker-failed: boom'],
  ] as const)('%s says why', (code, detail, cause) => {
    const sentence = exportProblem('report', new BinsightError(code, detail));
    expect(sentence).toMatch(/^Report could not be made.*\.$/);
    expect(sentence).toContain(cause);
    expect(sentence).not.toMatch(/undefined|NaN/);
  });
});

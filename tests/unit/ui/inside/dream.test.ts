// What may be wished for, what is said of a dream, and where its scores lie in their chart.

import { describe, expect, it } from 'vitest';
import { BinsightError } from '../../../../src/core/errors.ts';
import { trainClassifier } from '../../../../src/core/trainClassifier.ts';
import type { FeatureKind } from '../../../../src/core/types.ts';
import { goalTowards } from '../../../../src/store/dreamGoals.ts';
import type { Trained } from '../../../../src/store/state.ts';
import { dreamText } from '../../../../src/ui/inside/dream/dreamSentences.ts';
import { scoreScales } from '../../../../src/ui/inside/dream/scoreScales.ts';
import type { Dream, DreamPoint } from '../../../../src/ui/inside/dream/useDream.ts';
import { binWishes, channelWish } from '../../../../src/ui/inside/dream/wish.ts';

const KIND: FeatureKind = 'pool5';

/** Bins of one photo each, in two dimensions. */
function learn(...rows: readonly (readonly [number, number])[]): Trained {
  const labels = rows.map((_, i) => `bin ${i}`);
  const classifier = trainClassifier({
    rows: rows.map((row) => Float32Array.from(row)),
    targets: rows.map((_, i) => i),
    labels,
  });
  return { classifier, set: { kind: KIND, binIds: labels, labels } } as unknown as Trained;
}

/** What a goal's score is of a photo, and whether the photo is on the side that is wished for. */
function scoreOf(trained: Trained, bin: number, [x, y]: readonly [number, number]) {
  const goal = goalTowards(trained, bin);
  if (!goal || !('bias' in goal)) throw new Error('no goal');
  const [w = 0, v = 0] = goal.score.direction;
  const score = w * x + v * y + goal.score.offset + goal.bias;
  return { score, isThere: score * goal.sign > 0 };
}

describe('towards a bin', () => {
  it('of two: up or down the one boundary, in the score that the page shows', () => {
    const trained = learn([0, 0], [4, 0]);
    expect(scoreOf(trained, 0, [0, 0])).toEqual({ score: expect.closeTo(-1, 3), isThere: true });
    expect(scoreOf(trained, 1, [4, 0])).toEqual({ score: expect.closeTo(1, 3), isThere: true });
    expect(scoreOf(trained, 0, [4, 0]).isThere).toBe(false);
  });

  it('of more: up its own boundary', () => {
    const photos = [
      [0, 0],
      [4, 0],
      [0, 4],
    ] as const;
    const trained = learn(...photos);
    for (const [bin, mine] of photos.entries()) {
      for (const photo of photos) expect(scoreOf(trained, bin, photo).isThere).toBe(photo === mine);
    }
  });

  it('leads nowhere where a bin holds just the photos of the others, and can then not be wished for', () => {
    const trained = learn([0, 0], [4, 0]);
    const { classifier } = trained;
    const boundaries = classifier.boundaries.map((boundary) => ({ ...boundary, norm: 0 }));
    const flat = { ...trained, classifier: { ...classifier, boundaries } };
    expect(goalTowards(flat, 0)).toBeNull();
    expect(binWishes(flat, []).map(({ goal }) => goal)).toEqual([null, null]);
  });
});

describe('wishes', () => {
  it('are named by what the bins are called now, and know both sides of their boundary', () => {
    const bins = [
      { id: 'bin 0', label: 'old' },
      { id: 'bin 1', label: 'new' },
    ];
    const sidesOf = (trained: Trained) =>
      binWishes(trained, bins).map(({ name, sides }) => [name, sides?.map(({ label }) => label)]);
    expect(sidesOf(learn([0, 0], [4, 0]))).toEqual([
      ['more old', ['old', 'new']],
      ['more new', ['old', 'new']],
    ]);
    // A bin that has been removed since keeps the name that it was learned by.
    expect(sidesOf(learn([0, 0], [4, 0], [0, 4]))).toEqual([
      ['more old', ['the others', 'old']],
      ['more new', ['the others', 'new']],
      ['more bin 2', ['the others', 'bin 2']],
    ]);
  });

  it('of a channel have no boundary', () => {
    expect(channelWish('inception_4c', 12)).toMatchObject({
      name: 'more of channel 12 of 4c',
      goal: { stage: 'inception_4c', channel: 12 },
      sides: null,
    });
  });
});

const wish = channelWish('conv1', 3);
const points: readonly DreamPoint[] = [
  { step: 0, side: 160, score: 0.25 },
  { step: 1, side: 160, score: 3 },
  { step: 2, side: 224, score: 2.5 },
];
const picture = { step: 3, side: 224, score: 2.5, pixels: new Uint8ClampedArray(4) };

describe('what is said of a dream', () => {
  const dream: Dream = { wish, points, picture, end: null };
  const bin: Dream = { ...dream, wish: { ...wish, sides: [] as never } };

  it.each<[string, Dream]>([
    ['Getting ready: this takes a network that can be gone through backwards.', { ...dream, picture: null }],
    ['Step 3 of 60, at 224 × 224 pixels', dream],
    [
      'Done, after 60 steps. In the dream the channel’s average went from 0.3 to 2.5.',
      { ...dream, end: { status: 'done' } },
    ],
    [
      'Stopped after step 3 of 60. The dream’s own score went from +0.25 to +2.50.',
      { ...bin, end: { status: 'stopped' } },
    ],
    [
      'The network did not answer within 60 s. Close other pages, then try again.',
      { ...dream, end: { status: 'failed', error: new BinsightError('worker-timeout', { seconds: 60 }) } },
    ],
    [
      'The file is damaged: this browser cannot decode it. Open and save it anew, or take another copy.',
      { ...dream, end: { status: 'failed', error: new BinsightError('photo-undecodable') } },
    ],
    [
      'model.bin could not be fetched (no answer). Check the connection and try again.',
      {
        ...dream,
        end: {
          status: 'failed',
          error: new BinsightError('model-network', { file: 'model.bin', status: 'no answer' }),
        },
      },
    ],
  ])('%s', (sentence, said) => {
    expect(dreamText(said)).toBe(sentence);
  });
});

describe('the chart of scores', () => {
  const size = { width: 300, height: 120 };

  it('has room for all steps from the first one on', () => {
    const early = scoreScales(points.slice(0, 1), 60, true, size);
    const late = scoreScales(points, 60, true, size);
    expect([early.x(0), early.x(59)]).toEqual([late.x(0), late.x(59)]);
    expect(late.x(59)).toBeLessThan(size.width - 40);
  });

  it('shows the boundary and what lies between the bins, and every score', () => {
    const { y } = scoreScales([{ step: 0, side: 160, score: 9 }], 60, true, size);
    expect([y(9) < y(2), y(2) < y(0), y(0) < y(-2)]).toEqual([true, true, true]);
    expect(y(9)).toBeGreaterThan(0);
    expect(y(-2)).toBeLessThan(size.height);
  });

  it('of a channel begins at 0, also while it finds nothing', () => {
    const { y } = scoreScales([{ step: 0, side: 160, score: 0 }], 60, false, size);
    expect(y(0)).toBeGreaterThan(y(1));
    expect(Number.isFinite(y(0))).toBe(true);
  });

  it('marks where dreaming goes on at another size', () => {
    expect(scoreScales(points, 60, true, size).sizes).toEqual([
      { step: 0, side: 160 },
      { step: 2, side: 224 },
    ]);
  });

  it('bears a frame that has no size yet', () => {
    const { x, y } = scoreScales(points, 60, true, { width: 0, height: 0 });
    expect([x(59), y(0)].every(Number.isFinite)).toBe(true);
  });
});

// What the trained model says of a photo: its bin, its neighbours, and an explanation that sums to the score.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mulberry32 } from '../../../src/core/random.ts';
import type { FeatureKind, Features } from '../../../src/core/types.ts';
import type { Project } from '../../../src/store/project.ts';
import type { PhotoWork, Trained } from '../../../src/store/state.ts';
import {
  explainVerdict,
  judgePhoto,
  type PhotoVerdict,
  strongestWeights,
} from '../../../src/store/verdicts.ts';
import { EMPTY_PROJECT, photo, projectWith, readyWork, trainedOn } from '../../support/project.ts';

const WIDTHS: Readonly<Record<FeatureKind, number>> = { logits: 9, pool5: 12, inception_4d: 5 };
const KINDS = Object.keys(WIDTHS) as FeatureKind[];

interface Case {
  readonly kind: FeatureKind;
  readonly trained: Trained;
  readonly test: Features;
  readonly verdict: PhotoVerdict;
}

/** 2 to 5 bins of random photos, any kind of features and C, and a photo to judge. */
const cases: fc.Arbitrary<Case> = fc
  .record({
    sizes: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 5 }),
    kind: fc.constantFrom(...KINDS),
    C: fc.constantFrom(0.01, 1, 10, 100),
    scale: fc.constantFrom(0.01, 1, 100),
    seed: fc.integer(),
  })
  .map(({ sizes, kind, C, scale, seed }) => {
    const random = mulberry32(seed);
    const vector = (width: number, bin: number) =>
      Float32Array.from({ length: width }, (_, j) => scale * (4 * random() - 1 + (j === bin ? 1 : 0)));
    const featuresIn = (bin: number): Features => ({
      logits: vector(WIDTHS.logits, bin),
      pool5: vector(WIDTHS.pool5, bin),
      inception_4d: vector(WIDTHS.inception_4d, bin),
    });
    const work: Record<string, PhotoWork> = {};
    const photos = sizes.flatMap((size, bin) =>
      Array.from({ length: size }, (_, i) => {
        const key = `${bin}-${i}`;
        work[key] = { ...readyWork(key), features: featuresIn(bin) };
        return photo(key, `bin-${bin}`);
      }),
    );
    const project: Project = {
      ...EMPTY_PROJECT,
      bins: sizes.map((_, bin) => ({ id: `bin-${bin}`, label: `label ${bin}` })),
      photos,
      settings: { features: kind, C, neither: true },
    };
    const trained = trainedOn(project, work);
    const test = featuresIn(0);
    return { kind, trained, test, verdict: need(judgePhoto(trained, test, { neither: true })) };
  });

function need<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('this should be there');
  return value;
}

describe('an explanation', () => {
  it('sums to the score, for every kind of features and any number of bins', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(cases, fc.nat(14), ({ kind, trained, test, verdict }, count) => {
        seen.add(`${kind} ${Math.min(trained.set.binIds.length, 3)}`);
        const { constant, strongest, others, otherCount } = explainVerdict(trained, verdict, test, count);
        const sum = strongest.reduce((total, { value }) => total + value, constant + others);
        expect(Math.abs(sum - verdict.score)).toBeLessThan(1e-9 * Math.max(1, Math.abs(verdict.score)));
        expect(strongest.length).toBe(Math.min(count, WIDTHS[kind]));
        expect(strongest.length + otherCount).toBe(WIDTHS[kind]);
      }),
      { numRuns: 200 },
    );
    expect(seen.size).toBe(6);
  });

  it('has terms that are weight times (activation - mean), as they leave the network', () => {
    fc.assert(
      fc.property(cases, ({ kind, trained, test, verdict }) => {
        const { strongest } = explainVerdict(trained, verdict, test, 99);
        for (const { index, value, activation, mean, weight } of strongest) {
          expect(activation).toBe(test[kind][index]);
          const column = trained.set.rows.map((row) => row[kind][index] ?? NaN);
          const average = column.reduce((sum, z) => sum + z, 0) / column.length;
          expect(Math.abs(mean - average)).toBeLessThan(1e-9 * Math.max(1, Math.abs(average)));
          expect(Math.abs(weight * (activation - mean) - value)).toBeLessThan(
            1e-9 * Math.max(1, Math.abs(value)),
          );
        }
      }),
    );
  });

  it('begins with the strongest terms, whichever way they pull', () => {
    fc.assert(
      fc.property(cases, ({ trained, test, verdict }) => {
        const { strongest, others } = explainVerdict(trained, verdict, test, 3);
        const all = explainVerdict(trained, verdict, test, 99).strongest;
        const sizes = all.map(({ value }) => Math.abs(value));
        expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
        expect(strongest).toEqual(all.slice(0, 3));
        const rest = all.slice(3).reduce((sum, { value }) => sum + value, 0);
        expect(Math.abs(others - rest)).toBeLessThan(1e-9 * Math.max(1, sizes[0] ?? 0));
      }),
    );
  });

  it('has weights that say what one more of a feature does to the score', () => {
    fc.assert(
      fc.property(cases, fc.nat(4), ({ kind, trained, test, verdict }, index) => {
        const { strongest } = explainVerdict(trained, verdict, test, 99);
        const { weight } = need(strongest.find((term) => term.index === index));
        const row = test[kind].slice();
        row[index] = (row[index] ?? NaN) + 1;
        // Float32 rounds the added one.
        const added = (row[index] ?? NaN) - (test[kind][index] ?? NaN);
        const changed = need(judgePhoto(trained, { ...test, [kind]: row }, { neither: true }));
        const score =
          changed.boundary === verdict.boundary ? changed.score : scoreOf(changed, trained, verdict);
        expect(Math.abs(score - verdict.score - weight * added)).toBeLessThan(
          1e-9 * Math.max(1, Math.abs(score)),
        );
      }),
    );
  });
});

/** What the boundary of another verdict says: one more of a feature may have changed the winner. */
const scoreOf = (changed: PhotoVerdict, { set }: Trained, { binId }: PhotoVerdict): number =>
  need(changed.scores[set.binIds.indexOf(binId)]);

describe('the verdict', () => {
  it('is the bin with the largest score, whose boundary and sides come with it', () => {
    fc.assert(
      fc.property(cases, ({ trained, verdict }) => {
        const { binIds } = trained.set;
        const { boundaries } = trained.classifier;
        const winner = verdict.scores.indexOf(Math.max(...verdict.scores));
        expect(verdict.binId).toBe(binIds[winner]);
        if (binIds.length === 2) {
          expect(verdict.sides).toEqual(binIds);
          expect(verdict.boundary).toBe(boundaries[0]);
          expect(verdict.binId).toBe(binIds[verdict.score > 0 ? 1 : 0]);
        } else {
          expect(verdict.sides).toEqual([null, binIds[winner]]);
          expect(verdict.boundary).toBe(boundaries[winner]);
          expect(verdict.score).toBe(verdict.scores[winner]);
        }
      }),
    );
  });

  it('of more than two bins may win with a score below 0; what is above 0 speaks for it all the same', () => {
    const { trained, test } = threeAlike();
    const verdict = need(judgePhoto(trained, test, { neither: false }));
    expect(verdict.score).toBeLessThan(0);
    expect(verdict).toMatchObject({ binId: 'a', sides: [null, 'a'] });
    expect(explainVerdict(trained, verdict, test, 1).strongest[0]?.value).toBeGreaterThan(0);
  });

  it('goes by the kind of features that was learned from', () => {
    const work = { a: readyWork('a', 0, 0), b: readyWork('b', 10, 0) };
    const project = projectWith(photo('a', 'bin-1'), photo('b', 'bin-2'));
    const settings = { ...EMPTY_PROJECT.settings, features: 'pool5' as const };
    const byLogits = trainedOn(project, work);
    const byPool5 = trainedOn({ ...project, settings }, work);
    // A photo whose logits are those of a, and whose pool5 is that of b.
    const mixed = { ...work.a.features, pool5: work.b.features.pool5 };
    expect(judgePhoto(byLogits, mixed, settings)?.binId).toBe('bin-1');
    expect(judgePhoto(byPool5, mixed, settings)?.binId).toBe('bin-2');
  });
});

/** Three bins around a point: a photo there is like none of them more than like the others. */
function threeAlike(): { trained: Trained; test: Features } {
  const work: Record<string, PhotoWork> = {
    a: readyWork('a', 10, 0, 0),
    b: readyWork('b', 0, 10, 0),
    c: readyWork('c', 0, 0, 10),
  };
  const bins = [...'abc'].map((id) => ({ id, label: id }));
  const project: Project = { ...EMPTY_PROJECT, bins, photos: [...'abc'].map((key) => photo(key, key)) };
  return { trained: trainedOn(project, work), test: readyWork('t', 3.4, 3.3, 3.3).features };
}

describe('neither', () => {
  // Directions in the plane, in degrees: a and b 10 apart, x and y 10 apart.
  const at = (degrees: number) => [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const work: Record<string, PhotoWork & { status: 'ready' }> = {
    a: readyWork('a', ...at(0)),
    b: readyWork('b', ...at(10)),
    x: readyWork('x', ...at(60)),
    y: readyWork('y', ...at(70)),
  };
  const project = projectWith(
    photo('a', 'bin-1'),
    photo('b', 'bin-1'),
    photo('x', 'bin-2'),
    photo('y', 'bin-2'),
  );
  const trained = trainedOn(project, work);
  const verdictAt = (degrees: number, neither = true) =>
    need(judgePhoto(trained, readyWork('t', ...at(degrees)).features, { neither }));

  it('is what a photo is called that is unlike all that were learned from', () => {
    // The typical distance, 10 degrees, and 18 more.
    expect(verdictAt(70 + 27).neither).toBe(false);
    expect(verdictAt(70 + 29).neither).toBe(true);
    expect(verdictAt(-27).neither).toBe(false);
    expect(verdictAt(-29).neither).toBe(true);
  });

  it('keeps the bin on whose side the photo lies, and its score', () => {
    const [on, off] = [verdictAt(150), verdictAt(150, false)];
    expect([on.neither, off.neither]).toEqual([true, false]);
    expect({ ...on, neither: false }).toEqual(off);
    expect(on.binId).toBe('bin-2');
  });

  it('is not said while there is no telling how alike the photos of a bin are', () => {
    const few = trainedOn(projectWith(photo('a', 'bin-1'), photo('x', 'bin-2')), work);
    expect(few.novelty).toBeNull();
    expect(judgePhoto(few, readyWork('t', ...at(180)).features, { neither: true })?.neither).toBe(false);
  });

  it('goes by the logits, whatever was learned from', () => {
    const settings = { ...EMPTY_PROJECT.settings, features: 'inception_4d' as const };
    const by4d = trainedOn({ ...project, settings }, work);
    const near = need(work.a).features;
    const far = readyWork('t', ...at(180)).features;
    const judged = (logits: Features, middle: Features) =>
      judgePhoto(by4d, { ...logits, inception_4d: middle.inception_4d }, settings)?.neither;
    expect(judged(far, near)).toBe(true);
    expect(judged(near, far)).toBe(false);
  });
});

describe('the neighbours', () => {
  it('are the six training photos most alike by logits, the nearest first', () => {
    fc.assert(
      fc.property(cases, ({ trained, test, verdict }) => {
        const similarities = trained.set.rows.map(({ logits }) => cosine(logits, test.logits));
        const nearest = similarities.toSorted((a, b) => b - a).slice(0, 6);
        expect(verdict.neighbours.length).toBe(nearest.length);
        verdict.neighbours.forEach(({ row, similarity }, i) => {
          expect(similarity).toBeCloseTo(need(similarities[row]), 9);
          expect(similarity).toBeCloseTo(need(nearest[i]), 9);
        });
        expect(new Set(verdict.neighbours.map(({ row }) => row)).size).toBe(nearest.length);
      }),
    );
  });

  it('are rows of the training set, so that they can be shown', () => {
    const { trained } = threeAlike();
    const test = readyWork('t', 1, 9, 0).features;
    const { neighbours } = need(judgePhoto(trained, test, { neither: true }));
    expect(neighbours.map(({ row }) => trained.set.sha256s[row])).toEqual(['b', 'a', 'c']);
  });
});

function cosine(a: Float32Array, b: Float32Array): number {
  const product = (u: Float32Array, v: Float32Array) =>
    u.reduce((sum, value, i) => sum + value * need(v[i]), 0);
  // Float32Array.reduce adds in float64.
  return product(a, b) / Math.sqrt(product(a, a) * product(b, b));
}

describe('the strongest weights', () => {
  it('are, per bin, those of its own boundary that pull towards it, by falling weight', () => {
    fc.assert(
      fc.property(cases, fc.nat(6), ({ trained }, count) => {
        const { classifier, set } = trained;
        const perBin = strongestWeights(trained, count);
        expect(perBin.length).toBe(set.binIds.length);
        perBin.forEach((terms, k) => {
          const two = classifier.boundaries.length === 1;
          const { weights } = need(classifier.boundaries[two ? 0 : k]);
          const sign = two && k === 0 ? -1 : 1;
          const towards = [...weights].map((w) => (sign * w) / classifier.scaling.rms).filter((w) => w > 0);
          expect(terms.map(({ weight }) => weight)).toEqual(
            towards.toSorted((a, b) => b - a).slice(0, count),
          );
          for (const { index, weight } of terms) {
            expect(weight).toBe((sign * need(weights[index])) / classifier.scaling.rms);
          }
        });
      }),
    );
  });

  it('are those of explanations: the weights are the same whatever the photo', () => {
    fc.assert(
      fc.property(cases, ({ trained, test, verdict }) => {
        const { strongest } = explainVerdict(trained, verdict, test, 99);
        // Left of its boundary lies the first bin of two.
        const sign = verdict.binId === verdict.sides[0] ? -1 : 1;
        const own = need(strongestWeights(trained, 99)[trained.set.binIds.indexOf(verdict.binId)]);
        for (const { index, weight } of own) {
          const term = need(strongest.find((candidate) => candidate.index === index));
          expect(sign * term.weight).toBe(weight);
        }
      }),
    );
  });
});

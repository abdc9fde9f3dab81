// The page says which solver found a boundary, and why it was that one.

import { expect, it } from 'vitest';
import type { Solver } from '../../../src/core/types.ts';
import { solversOf, solverText } from '../../../src/ui/solverText.ts';

const by = (...solvers: Solver[]) => solvers.map((solver) => ({ solver }));

it('one solver: one sentence', () => {
  expect(solverText(by('ml-svm+smo'))).toBe('ml-svm began, and the exact solver took it to the optimum.');
  expect(solverText(by('smo:many-photos', 'smo:many-photos'))).toBe(
    'The exact solver did it alone: ml-svm is too slow for so many photos.',
  );
});

it('several: how many boundaries each', () => {
  const boundaries = by('ml-svm+smo', 'smo:ml-svm-gave-up', 'ml-svm+smo');
  expect(solversOf(boundaries)).toEqual(['ml-svm+smo', 'smo:ml-svm-gave-up']);
  expect(solverText(boundaries)).toBe(
    '2 of 3 boundaries: ml-svm began, and the exact solver took it to the optimum. ' +
      '1 of 3 boundaries: The exact solver did it alone: ml-svm would have taken longer.',
  );
});

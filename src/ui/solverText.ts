// Which solver found the boundaries, in words.

import type { Boundary, Solver } from '../core/types.ts';

const TEXTS: Readonly<Record<Solver, string>> = {
  'ml-svm+smo': 'ml-svm began, and the exact solver took it to the optimum.',
  'smo:many-photos': 'The exact solver did it alone: ml-svm is too slow for so many photos.',
  'smo:ml-svm-gave-up': 'The exact solver did it alone: ml-svm would have taken longer.',
  'smo:ml-svm-useless': 'The exact solver did it alone: ml-svm found nothing to begin with.',
};

type Solved = Pick<Boundary, 'solver'>;

/** The solvers of all boundaries, each once, in the order of the boundaries. */
export const solversOf = (boundaries: readonly Solved[]): readonly Solver[] => [
  ...new Set(boundaries.map(({ solver }) => solver)),
];

/** A sentence per solver; with several, of how many boundaries each is true. */
export function solverText(boundaries: readonly Solved[]): string {
  const solvers = solversOf(boundaries);
  if (solvers.length === 1) return solvers.map((solver) => TEXTS[solver]).join('');
  return solvers
    .map((solver) => {
      const count = boundaries.filter((boundary) => boundary.solver === solver).length;
      return `${count} of ${boundaries.length} boundaries: ${TEXTS[solver]}`;
    })
    .join(' ');
}

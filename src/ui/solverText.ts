// Which solver found the boundaries, in words.

import type { Boundary, Solver } from '../core/types.ts';
import { words } from './words/words.ts';

type Solved = Pick<Boundary, 'solver'>;

/** The solvers of all boundaries, each once, in the order of the boundaries. */
export const solversOf = (boundaries: readonly Solved[]): readonly Solver[] => [
  ...new Set(boundaries.map(({ solver }) => solver)),
];

/** A sentence per solver; with several, of how many boundaries each is true. */
export function solverText(boundaries: readonly Solved[]): string {
  const solvers = solversOf(boundaries);
  const { solvers: sentences, ofBoundaries } = words.page.learning;
  if (solvers.length === 1) return solvers.map((solver) => sentences[solver]).join('');
  return solvers
    .map((solver) => {
      const count = boundaries.filter((boundary) => boundary.solver === solver).length;
      return ofBoundaries(count, boundaries.length, sentences[solver]);
    })
    .join(' ');
}

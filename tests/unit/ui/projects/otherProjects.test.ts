// Which projects the menu offers to open, and which to bring back.

import { describe, expect, it } from 'vitest';
import { startHistory } from '../../../../src/store/history.ts';
import { emptyProject } from '../../../../src/store/project.ts';
import type { ProjectSummary } from '../../../../src/store/state.ts';
import { otherProjects } from '../../../../src/ui/projects/otherProjects.ts';

const summary = (id: string, deleted: number | null = null): ProjectSummary => ({
  id,
  name: id,
  photos: 1,
  changed: 1,
  deleted,
});
const history = startHistory(emptyProject('shown'));
const ids = (projects: readonly ProjectSummary[]) => projects.map(({ id }) => id);

describe('other projects', () => {
  it('are told apart by whether they were deleted, in this session or before, in their order', () => {
    const projects = [summary('b'), summary('shown'), summary('before', 5), summary('a'), summary('now')];
    const { saved, deleted } = otherProjects({ history, projects, removed: new Set(['now']) });
    expect(ids(saved)).toEqual(['b', 'a']);
    expect(ids(deleted)).toEqual(['before', 'now']);
  });

  it('never hold the one that is shown, deleted or not', () => {
    const projects = [summary('shown', 5)];
    expect(otherProjects({ history, projects, removed: new Set(['shown']) })).toEqual({
      saved: [],
      deleted: [],
    });
  });
});

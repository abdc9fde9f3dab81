// Which of the dropped folders are projects that were unpacked, and what of a drop is theirs.

import { describe, expect, it } from 'vitest';
import { mayHoldProject, splitProjectFolders } from '../../../../src/ui/projects/projectFolders.ts';

const OURS = JSON.stringify({ version: 1, format: 'binsight-project' }, null, 2);

/** Paths, and the text in what is called project.json. */
const dropped = (paths: readonly string[], text = OURS) =>
  paths.map((path) => {
    const name = path.split('/').at(-1) ?? '';
    return { path, file: new File([name === 'project.json' ? text : 'a photo'], name) };
  });

async function split(paths: readonly string[], text?: string) {
  const { projects, others } = await splitProjectFolders(dropped(paths, text));
  return {
    projects: Object.fromEntries(
      projects.map(({ name, source }) => [
        name,
        source instanceof Blob ? null : source.map(({ path }) => path),
      ]),
    ),
    others: others.map(({ path }) => path),
  };
}

describe('a folder with a project.json of ours', () => {
  const CARS = ['Cars/classic/a.jpg', 'Cars/project.json', 'Cars/test/deep/t.jpg'];

  it.each(['/', './', ''])('is a project with paths that begin with %j', async (start) => {
    expect(await split([...CARS, 'loose.jpg', 'Cars of others/b.jpg'].map((path) => start + path))).toEqual({
      projects: { Cars: ['classic/a.jpg', 'project.json', 'test/deep/t.jpg'] },
      others: ['loose.jpg', 'Cars of others/b.jpg'].map((path) => start + path),
    });
  });

  it('is one of several, beside others or in a folder of projects', async () => {
    const expected = { Boats: ['b.jpg', 'project.json'], Cars: ['classic/a.jpg', 'project.json'] };
    const paths = ['Cars/classic/a.jpg', 'Cars/project.json', 'Boats/b.jpg', 'Boats/project.json'];
    expect((await split(paths)).projects).toEqual(expected);
    expect(await split(['mine/.DS_Store', 'mine/note.jpg', ...paths.map((path) => `mine/${path}`)])).toEqual({
      projects: expected,
      others: ['mine/note.jpg'],
    });
  });

  it('keeps a project that lies inside of it to itself', async () => {
    expect(await split(['Cars/old/project.json', 'Cars/old/x.jpg', ...CARS])).toEqual({
      projects: { Cars: ['old/project.json', 'old/x.jpg', ...CARS.map((path) => path.slice(5))] },
      others: [],
    });
  });

  it('may be dropped as what is in it', async () => {
    const { projects, others } = await split(['classic/a.jpg', './project.json']);
    expect(Object.values(projects)).toEqual([['classic/a.jpg', 'project.json']]);
    expect(others).toEqual([]);
  });
});

describe('a folder of photos', () => {
  it.each([
    ['somebody else’s', '{"name":"cars","format":"other"}'],
    ['no JSON', 'binsight-project'],
    ['far too large', `${OURS}${' '.repeat(8 * 2 ** 20)}`],
  ])('stays one when its project.json is %s', async (_, text) => {
    const paths = ['cars/classic/a.jpg', 'cars/project.json'];
    expect(await split(paths, text)).toEqual({ projects: {}, others: paths });
  });

  it('is not even looked into without a file of that name', () => {
    expect(mayHoldProject(dropped(['cars/a.jpg', 'cars/my project.json', 'project.json/a.jpg']))).toBe(false);
    expect(mayHoldProject(dropped(['__MACOSX/Cars/project.json', 'Cars/._project.json']))).toBe(false);
    expect(mayHoldProject(dropped(['/cars/project.json']))).toBe(true);
  });
});

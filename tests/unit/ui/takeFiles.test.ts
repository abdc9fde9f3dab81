// Which of the files that are handed to the page are projects, which the network, and which are to be photos.

import { describe, expect, it } from 'vitest';
import { sortFiles } from '../../../src/ui/useTakeFiles.ts';

const dropped = (path: string) => ({ path, file: new File([], path.split('/').at(-1) ?? '') });
const sorted = (...paths: string[]) => {
  const { model, projects, others } = sortFiles(paths.map(dropped));
  return {
    model: model.map(({ name }) => name),
    projects: projects.map(({ name }) => name),
    others: others.map(({ path }) => path),
  };
};

describe('files from outside', () => {
  it('are projects when they are loose zips, whatever the case of their ending', () => {
    expect(sorted('a.binsight.zip', './B.ZIP', '/c.zip', 'photo.jpg')).toEqual({
      model: [],
      projects: ['a.binsight.zip', 'B.ZIP', 'c.zip'],
      others: ['photo.jpg'],
    });
  });

  it('are no projects inside of a folder', () => {
    expect(sorted('cars/old.zip', 'cars/a.jpg', 'zip', 'a.zip.jpg').projects).toEqual([]);
  });

  it('are the network when its folder or its published file is among them', () => {
    expect(sorted('manifest.json', 'uint8-1of2.bin', 'bvlc_googlenet.caffemodel', 'a.zip', 'a.jpg')).toEqual({
      model: ['manifest.json', 'uint8-1of2.bin', 'bvlc_googlenet.caffemodel'],
      projects: ['a.zip'],
      others: ['a.jpg'],
    });
    // One alone is nothing that the network could be made of.
    expect(sorted('manifest.json').model).toEqual([]);
  });
});

// Why a name is refused: said with the name, and with what can be done.

import { describe, expect, it } from 'vitest';
import { addBin } from '../../../src/store/project.ts';
import { binNameSentence, projectNameSentence } from '../../../src/ui/nameSentences.ts';
import { EMPTY_PROJECT } from '../../support/project.ts';

const project = addBin(EMPTY_PROJECT, 'Trucks');

describe('a bin', () => {
  it.each([
    ['  ', 'A bin needs a name.'],
    ['modern', 'Another bin is called “modern” already.'],
    ['TRUCKS ', 'Another bin is called “Trucks” already: capital letters make no difference.'],
    ['Test', '“Test” stands for the photos to be judged'],
    ['neither', '“neither” is what a photo is called that fits no bin'],
    ['x'.repeat(49), '49 characters; there is room for 40, so take out 9.'],
  ])('that cannot be called %j says why', (draft, sentence) => {
    expect(binNameSentence(project, 'bin-1', draft)).toContain(sentence);
  });

  it.each(['Classic', 'classic', 'vans', 'x'.repeat(40)])('can be called %s', (draft) => {
    expect(binNameSentence(project, 'bin-1', draft)).toBeNull();
  });
});

describe('a project', () => {
  it('needs a name that is not too long; bins’ words mean nothing there', () => {
    expect(projectNameSentence(' ')).toBe('A project needs a name.');
    expect(projectNameSentence('x'.repeat(41))).toBe('41 characters; there is room for 40, so take out 1.');
    expect(projectNameSentence('test')).toBeNull();
  });
});

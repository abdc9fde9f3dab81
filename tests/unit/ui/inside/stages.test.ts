import { expect, it } from 'vitest';
import { STAGES, stageChannels } from '../../../../src/network/architecture.ts';
import { SHOWN_STAGES } from '../../../../src/ui/inside/stages.ts';

it('the stages that are shown are the network’s, in its order, with as many channels', () => {
  expect(SHOWN_STAGES.map(({ stage }) => stage)).toEqual([...STAGES]);
  expect(SHOWN_STAGES.map(({ channels }) => channels)).toEqual(STAGES.map(stageChannels));
  expect(SHOWN_STAGES.map(({ name }) => name).join(' ')).toBe('conv1 conv2 3a 3b 4a 4b 4c 4d 4e 5a 5b');
});

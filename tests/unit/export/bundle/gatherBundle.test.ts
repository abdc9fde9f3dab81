// What was learned, gathered from the page's state: with the weights that it was learned on, or not at all.

import { expect, it } from 'vitest';
import { PRECISIONS } from '../../../../src/core/modelId.ts';
import { gatherBundle, gatherModel } from '../../../../src/export/bundle/gatherBundle.ts';
import { learnedState } from '../../ui/report/reportState.ts';

const state = learnedState();
const now = new Date(0);
const none = () => Promise.reject(new Error('not asked for here'));

it.each(PRECISIONS)('names the weights in %s that it was learned on', (precision) => {
  const id = `inception-v1/${precision}`;
  expect(gatherModel({ ...state, modelId: id }, now).network).toEqual({ id, precision });
});

it.each(PRECISIONS)(
  'is refused where photos were seen at half precision, with weights in %s',
  async (precision) => {
    const half = { ...state, modelId: `inception-v1/${precision}/half` };
    const refused = { code: 'backend-refused', detail: { reason: 'only half precision' } };
    expect(() => gatherModel(half, now)).toThrow(expect.objectContaining(refused));
    await expect(gatherBundle(half, { read: none, readSquare: none }, now)).rejects.toMatchObject(refused);
  },
);

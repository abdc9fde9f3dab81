// What is asked of the network again, and what is remembered. Its numbers are tested with the real network.

import { describe, expect, it } from 'vitest';
import { STAGES, type Stage } from '../../../src/network/architecture.ts';
import { Inspector } from '../../../src/network/inspector.ts';
import type { Network } from '../../../src/network/network.ts';

/** A network of 2 x 2 places and three channels at each stage, which notes what it is asked. */
function startInspector(fails: () => boolean = () => false) {
  const asked: string[] = [];
  const network = {
    places: (square: Uint8Array, stage: Stage) => {
      asked.push(`${stage} of ${square[0]}`);
      if (fails()) return Promise.reject(new Error('the GPU was lost'));
      return Promise.resolve({
        side: 2,
        channels: 3,
        values: Float32Array.from({ length: 12 }, (_, i) => i),
      });
    },
  };
  const inspector = new Inspector(network as unknown as Network);
  const look = (photo: number, stage: Stage, count = 2) =>
    inspector.featureMaps({ sha256: `photo ${photo}`, square: Uint8Array.of(photo), stage, count });
  return { asked, look };
}

describe('feature maps', () => {
  it('are the strongest channels of the stage, and say how many there are', async () => {
    const { look } = startInspector();
    const { side, channels, strongest } = await look(1, 'inception_4c');
    expect([side, channels]).toEqual([2, 3]);
    expect(strongest.map(({ channel }) => channel)).toEqual([2, 1]);
    expect(strongest[0]?.values).toEqual(Float32Array.of(2, 5, 8, 11));
  });

  it('of the same photo and stage do not run the network again, however many are wanted', async () => {
    const { asked, look } = startInspector();
    await Promise.all([look(1, 'conv1'), look(1, 'conv1')]);
    expect((await look(1, 'conv1', 3)).strongest).toHaveLength(3);
    await look(1, 'conv2');
    await look(2, 'conv1');
    expect(asked).toEqual(['conv1 of 1', 'conv2 of 1', 'conv1 of 2']);
  });

  it('are remembered of the last six, so that large ones do not pile up', async () => {
    const { asked, look } = startInspector();
    for (const stage of STAGES.slice(0, 6)) await look(1, stage);
    // Asked for again, conv1 is no longer the one that is forgotten first.
    await look(1, 'conv1');
    await look(1, 'inception_4e');
    asked.length = 0;
    await look(1, 'conv1');
    await look(1, 'conv2');
    expect(asked).toEqual(['conv2 of 1']);
  });

  it('that failed are asked for anew', async () => {
    let isLost = true;
    const { asked, look } = startInspector(() => isLost);
    await expect(look(1, 'inception_3a')).rejects.toThrow('the GPU was lost');
    isLost = false;
    expect((await look(1, 'inception_3a')).channels).toBe(3);
    expect(asked).toHaveLength(2);
  });
});

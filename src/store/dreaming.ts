// Dreams, one at a time: a photo is changed step by step into what somebody wants to see more of in it.

import type { DreamGoal, DreamPicture, DreamRequest } from '../workers/contract.ts';
import type { Workers } from '../workers/spawn.ts';
import type { PhotoFiles } from './photoFiles.ts';
import type { PhotoKey } from './project.ts';

/** Milliseconds for a step, or for decoding the photo; a phone takes two seconds for a large step. */
const STEP_DEADLINE = 60_000;

/** 20 steps at each of three sizes; the second one is the network's own. */
const SETTINGS: DreamRequest['settings'] = {
  sides: [160, 224, 320],
  steps: 20,
  rate: 1.5,
  jitter: 16,
  seed: 1,
};

export const DREAM_STEPS = SETTINGS.sides.length * SETTINGS.steps;

export interface Dreams {
  /**
   * Gives each step as it is done, until the last one or until `signal` says that nobody wants more of it. A newer dream
   * ends an older one.
   * @throws BinsightError `photo-…`, `model-…`, `worker-failed` or `worker-timeout`
   */
  readonly dream: (
    key: PhotoKey,
    goal: DreamGoal,
    onPicture: (picture: DreamPicture) => void,
    signal: AbortSignal,
  ) => Promise<void>;
  /** Ends what is being dreamt and gives the worker's memory back; the next dream starts it anew. */
  readonly rest: () => void;
}

export function createDreams({ dreamer }: Pick<Workers, 'dreamer'>, files: Pick<PhotoFiles, 'read'>): Dreams {
  let last: object | null = null;
  return {
    async dream(key, goal, onPicture, signal) {
      const mine = {};
      last = mine;
      const isWanted = () => last === mine && !signal.aborted;
      try {
        const photo = await files.read(key);
        if (!isWanted()) return;
        await dreamer.call((api) => api.begin({ photo, goal, settings: SETTINGS }), STEP_DEADLINE);
        while (isWanted()) {
          const picture = await dreamer.call((api) => api.next(), STEP_DEADLINE);
          if (!picture) return;
          if (isWanted()) onPicture(picture);
        }
      } catch (error) {
        // Nobody waits for what became of a dream that was ended.
        if (isWanted()) throw error;
      }
    },
    rest() {
      last = null;
      dreamer.stop();
    },
  };
}

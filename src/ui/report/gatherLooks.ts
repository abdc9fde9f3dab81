// What the report has to ask the network for: heat maps, and what channels speak for.

import { asBinsightError } from '../../core/errors.ts';
import type { HeatMap } from '../../core/heatMap.ts';
import { undoScaling } from '../../core/scaling.ts';
import type { Pipeline } from '../../store/pipeline.ts';
import type { PhotoKey } from '../../store/project.ts';
import type { State, Trained } from '../../store/state.ts';
import { explainVerdict } from '../../store/verdicts.ts';
import { AMONG } from '../why/reasons.ts';
import type { TestPhoto } from './testVerdicts.ts';

export interface Looks {
  readonly heatMaps: ReadonlyMap<PhotoKey, HeatMap>;
  /** Per channel, indices of the classes that it speaks for; empty where features are classes, or without network. */
  readonly channels: ReadonlyMap<number, readonly number[]>;
}

/** Heat maps are made for so many photos: each is a run of the network. */
export const MOST_HEAT_MAPS = 30;

/** What cannot be had is left out: a report without a heat map is a report still. */
export async function gatherLooks(
  state: State,
  tests: readonly TestPhoto[],
  pipeline: Pick<Pipeline, 'heatMap' | 'channelNames'>,
): Promise<Looks> {
  const { trained, network } = state;
  if (!trained || network.status !== 'ready') return { heatMaps: new Map(), channels: new Map() };
  return {
    heatMaps: await askForHeatMaps(trained, tests, pipeline),
    channels: await askForChannels(trained, tests, pipeline),
  };
}

async function askForHeatMaps(
  { classifier, set }: Trained,
  tests: readonly TestPhoto[],
  pipeline: Pick<Pipeline, 'heatMap'>,
): Promise<Map<PhotoKey, HeatMap>> {
  const found = new Map<PhotoKey, HeatMap>();
  const judged = tests.filter(({ verdict }) => verdict !== null).slice(0, MOST_HEAT_MAPS);
  for (const { photo, work, verdict } of judged) {
    if (work.status !== 'ready' || !verdict) continue;
    try {
      const score = undoScaling(verdict.boundary, classifier.scaling);
      const { sha256 } = work.picture;
      found.set(photo.key, await pipeline.heatMap({ key: photo.key, sha256, kind: set.kind, score }));
    } catch (error) {
      // One photo's bytes may be gone; a network that does not answer would keep everybody waiting again and again.
      if (!asBinsightError(error).code.startsWith('photo-')) break;
    }
  }
  return found;
}

async function askForChannels(
  trained: Trained,
  tests: readonly TestPhoto[],
  pipeline: Pick<Pipeline, 'channelNames'>,
): Promise<Map<number, readonly number[]>> {
  const { kind } = trained.set;
  if (kind === 'logits') return new Map();
  const shown = new Set(
    tests.flatMap(({ work, verdict }) =>
      work.status === 'ready' && verdict
        ? explainVerdict(trained, verdict, work.features, AMONG).strongest.map(({ index }) => index)
        : [],
    ),
  );
  if (shown.size === 0) return new Map();
  const asked = [...shown];
  // A channel's number still tells it from the others.
  const classes = await pipeline
    .channelNames(kind, asked, trained.classifier.scaling.mean)
    .catch((): readonly (readonly number[])[] => []);
  return new Map(asked.map((channel, i) => [channel, classes[i] ?? []]));
}

// The test photos: first all verdicts in a table, then each photo with its reasons.

import type { Trained } from '../../store/state.ts';
import { useAppState } from '../appContext.ts';
import { percent, signed } from '../sentences.ts';
import { useLearnedPhotos } from '../useLearnedPhotos.ts';
import { whyNoVerdict } from '../whyNoVerdict.ts';
import { words } from '../words/words.ts';
import { type Looks, MOST_HEAT_MAPS } from './gatherLooks.ts';
import { LearnedPictures } from './LearnedPictures.tsx';
import type { Pictures } from './loadPictures.ts';
import { TestEntry } from './TestEntry.tsx';
import { probabilityOf, type TestPhoto } from './testVerdicts.ts';
import { VerdictTag } from './VerdictTag.tsx';

interface Props {
  readonly tests: readonly TestPhoto[];
  readonly looks: Looks;
  readonly pictures: Pictures;
}

export function Tests({ tests, looks, pictures }: Props) {
  const trained = useAppState((state) => state.trained);
  const judged = tests.filter(({ verdict }) => verdict !== null).length;
  const maps = looks.heatMaps.size;
  const said = words.report.verdicts;
  return (
    <section>
      <h2>{said.title}</h2>
      <p>
        {said.judged(judged, tests.length - judged)}
        {maps < judged ? ` ${withoutMapsText(judged, maps)}` : ''}
      </p>
      <table className="verdicts">
        <thead>
          <tr>
            <th scope="col">{said.photo}</th>
            <th scope="col">{said.verdict}</th>
            <th scope="col">{said.score}</th>
            <th scope="col">{said.distance}</th>
            <th scope="col">{said.probability}</th>
          </tr>
        </thead>
        <tbody>
          {tests.map((test, index) => (
            <Row key={test.photo.key} test={test} index={index} />
          ))}
        </tbody>
      </table>
      {trained ? <Entries trained={trained} tests={tests} looks={looks} pictures={pictures} /> : null}
    </section>
  );
}

function Entries({ trained, tests, looks, pictures }: Props & { readonly trained: Trained }) {
  const learned = useLearnedPhotos(trained.set);
  return (
    <>
      <LearnedPictures set={trained.set} tests={tests} pictures={pictures} />
      {tests.map(({ photo, work, verdict }, index) =>
        work.status === 'ready' && verdict ? (
          <TestEntry
            key={photo.key}
            index={index}
            photo={photo}
            work={work}
            verdict={verdict}
            trained={trained}
            learned={learned}
            looks={looks}
            pictures={pictures}
          />
        ) : null,
      )}
    </>
  );
}

/** Where heat maps are missing, and why. */
function withoutMapsText(judged: number, maps: number): string {
  const { firstMaps, noMaps, fewerMaps } = words.report.verdicts;
  if (maps === MOST_HEAT_MAPS) return firstMaps(MOST_HEAT_MAPS);
  return maps === 0 ? noMaps : fewerMaps(judged - maps);
}

function Row({
  test: { photo, work, verdict },
  index,
}: {
  readonly test: TestPhoto;
  readonly index: number;
}) {
  const state = useAppState((whole) => whole);
  if (!verdict) {
    return (
      <tr>
        <th scope="row">{photo.name}</th>
        <td colSpan={4} className="quiet">
          {whyNoVerdict(work, state.network.status === 'ready')}
        </td>
      </tr>
    );
  }
  const chance = probabilityOf(verdict, state);
  return (
    <tr>
      <th scope="row">
        <a href={`#photo-${index}`}>{photo.name}</a>
      </th>
      <td>
        <VerdictTag verdict={verdict} />
      </td>
      <td>{signed(verdict.score, 3)}</td>
      <td>{signed(verdict.distance, 3)}</td>
      <td>{chance === null ? '' : percent(chance)}</td>
    </tr>
  );
}

// One test photo: what it is, why, and where on it one can see that.

import { Fragment } from 'react';
import { topClasses } from '../../core/topClasses.ts';
import type { Photo } from '../../store/project.ts';
import type { PhotoWork, Trained } from '../../store/state.ts';
import { explainVerdict, type PhotoVerdict } from '../../store/verdicts.ts';
import { useAppState } from '../appContext.ts';
import { featureNames } from '../featureNames.ts';
import { IMAGENETS, imagenetName, percent, signed } from '../sentences.ts';
import type { LearnedPhoto } from '../useLearnedPhotos.ts';
import { useSides } from '../useSides.ts';
import { AMONG } from '../why/reasons.ts';
import { marginText } from '../why/sureness.ts';
import { VerdictWords } from '../why/VerdictWords.tsx';
import { words } from '../words/words.ts';
import { Face } from './Face.tsx';
import type { Looks } from './gatherLooks.ts';
import { HeatPicture } from './HeatPicture.tsx';
import type { Pictures } from './loadPictures.ts';
import { Nearest } from './Nearest.tsx';
import { Terms } from './Terms.tsx';
import { TOP } from './testVerdicts.ts';
import { VerdictTag } from './VerdictTag.tsx';

interface Props {
  readonly index: number;
  readonly photo: Photo;
  readonly work: PhotoWork & { status: 'ready' };
  readonly verdict: PhotoVerdict;
  readonly trained: Trained;
  /** The photos behind the training set's rows. */
  readonly learned: readonly (LearnedPhoto | null)[];
  readonly looks: Looks;
  readonly pictures: Pictures;
}

export function TestEntry({ index, photo, work, verdict, trained, learned, looks, pictures }: Props) {
  const classNames = useAppState((state) => state.classNames);
  const [left, right] = useSides(verdict);
  const { kind } = trained.set;
  const names = featureNames(kind, classNames, looks.channels);
  const explanation = explainVerdict(trained, verdict, work.features, AMONG);
  const heatMap = looks.heatMaps.get(photo.key);
  const { sha256 } = work.picture;
  const said = words.report.reasons;
  return (
    <article id={`photo-${index}`} data-photo={photo.name} data-score={verdict.score}>
      <h3>
        <VerdictTag verdict={verdict} /> <span className="file">{photo.name}</span>
      </h3>
      <div className="seen">
        <Face sha256={sha256} name={photo.name} pictures={pictures} />
        {heatMap ? (
          <HeatPicture
            id={`stripes-${index}`}
            map={heatMap}
            picture={pictures.get(sha256)}
            left={left}
            right={right}
          />
        ) : null}
        <Credit address={photo.credit} />
      </div>
      <div className="reasons">
        <VerdictWords
          verdict={verdict}
          trained={trained}
          features={work.features}
          explanation={explanation}
          nameOf={names.words}
          ownRow={-1}
        />
        <p className="quiet">
          {said.scored(signed(verdict.score, 3), signed(verdict.distance, 3))}
          {` ${marginText(verdict.distance, verdict.boundary)}.`}
        </p>
        <p className="quiet">
          {said.likeliest(
            topClasses(work.features.logits, TOP).map((one, i) => (
              <Fragment key={one.index}>
                {i === 0 ? '' : ', '}
                <span lang={IMAGENETS}>{imagenetName(classNames, one.index)}</span>{' '}
                <span className="number">{percent(one.probability)}</span>
              </Fragment>
            )),
          )}
        </p>
        <Terms
          explanation={explanation}
          score={verdict.score}
          left={left}
          right={right}
          nameOf={names.name}
          noun={kind === 'logits' ? 'classes' : 'channels'}
        />
        <Nearest verdict={verdict} learned={learned} />
      </div>
    </article>
  );
}

/** A project file from elsewhere may hold any text here: only an address of the web becomes a link. */
function Credit({ address }: { readonly address: string | undefined }) {
  if (address === undefined || !/^https?:\/\//i.test(address)) return null;
  return (
    <a className="quiet" href={address} rel="noreferrer">
      {words.why.photoPage}
    </a>
  );
}

// A test photo: verdict, distance from the boundary, and what ImageNet's classes say of it.

import { type RefObject, useRef } from 'react';
import { NEITHER } from '../core/novelty.ts';
import type { Photo } from '../store/project.ts';
import type { PhotoWork } from '../store/state.ts';
import type { PhotoVerdict } from '../store/verdicts.ts';
import { useAppState, useBins } from './appContext.ts';
import { binColour } from './binColours.ts';
import { DistanceBar } from './DistanceBar.tsx';
import { useItemData, useItemLabel } from './PhotoItem.tsx';
import type { FaceProps } from './PhotoList.tsx';
import panel from './panel.module.css';
import { inLine, photoProblem } from './sentences.ts';
import styles from './TestRow.module.css';
import { Thumbnail } from './Thumbnail.tsx';
import { TopClasses } from './TopClasses.tsx';
import { useOtherPlaces } from './useOtherPlaces.ts';
import { useVerdict, useVerdictInTime } from './useVerdict.ts';
import { errorOf, useWork } from './useWork.ts';
import { verdictText } from './verdictText.ts';
import { whyNoVerdict } from './whyNoVerdict.ts';
import { words } from './words/words.ts';

export const TestRow = ({ photo, shows }: FaceProps) =>
  shows === 'all' ? <NearRow photo={photo} /> : <FarRow photo={photo} hasPicture={shows === 'picture'} />;

/** Nobody sees it; whoever asks the page from outside gets its verdict as soon as there is time for it. */
function FarRow({ photo, hasPicture }: { readonly photo: Photo; readonly hasPicture: boolean }) {
  const body = useRef<HTMLDivElement>(null);
  const work = useWork(photo);
  const verdict = useVerdictInTime(work);
  useRowData(body, photo, work, verdict);
  return (
    <div ref={body} className={styles.body}>
      <span className={styles.picture}>{hasPicture ? <Thumbnail work={work} name="" /> : null}</span>
    </div>
  );
}

function NearRow({ photo }: { readonly photo: Photo }) {
  const body = useRef<HTMLDivElement>(null);
  const work = useWork(photo);
  const verdict = useVerdict(work);
  const also = useOtherPlaces(photo, work);
  const error = errorOf(work);
  const { label, binIndex } = useRowData(body, photo, work, verdict);
  return (
    <div ref={body} className={styles.body} style={binColour(verdict?.neither ? -1 : binIndex)}>
      <span className={styles.picture}>
        <Thumbnail work={work} name="" />
      </span>
      <div className={styles.words}>
        <p className={styles.first}>
          {label === null ? null : (
            <strong className={styles.verdict} key={label}>
              {verdict?.neither ? words.common.neither : label}
            </strong>
          )}
          <span className={styles.name} title={photo.name}>
            {photo.name}
          </span>
          {also ? <span className={styles.also}>{words.page.photo.alsoIn(also)}</span> : null}
        </p>
        {error ? (
          <p className={styles.bad}>{photoProblem(error)}</p>
        ) : (
          <>
            <div className={styles.second}>
              {verdict ? <DistanceBar verdict={verdict} /> : <Progress work={work} />}
            </div>
            <TopClasses logits={work.status === 'ready' ? work.features.logits : null} />
          </>
        )}
      </div>
    </div>
  );
}

/** Puts what is known of a photo on its row's element. */
function useRowData(
  inside: RefObject<HTMLElement | null>,
  photo: Photo,
  work: PhotoWork,
  verdict: PhotoVerdict | null,
) {
  const bins = useBins();
  const binIndex = bins.findIndex(({ id }) => id === verdict?.binId);
  const label = verdict?.neither ? NEITHER : (bins[binIndex]?.label ?? null);
  const error = errorOf(work);
  const name = inLine(photo.name);
  const data = {
    status: work.status,
    error: error?.code ?? null,
    verdict: label,
    score: verdict?.score ?? null,
    distance: verdict?.distance ?? null,
  };
  const judged = verdict && label !== null ? words.said.ofPhoto(name, verdictText(verdict, label)) : name;
  useItemData(inside, data);
  useItemLabel(inside, error ? words.problems.ofPhoto(name, photoProblem(error)) : judged);
  return { label, binIndex };
}

function Progress({ work }: { readonly work: PhotoWork }) {
  const hasNetwork = useAppState(({ network }) => network.status === 'ready');
  const isLearning = useAppState(({ training }) => training.status === 'training');
  return (
    <span className={`${styles.quiet} ${panel.late}`}>
      {work.status === 'ready' && isLearning ? words.page.test.learning : whyNoVerdict(work, hasNetwork)}
    </span>
  );
}

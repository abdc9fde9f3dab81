// The photo, its stages and its dream beside each other: a channel that is pointed at lies on the photo.

import { useState } from 'react';
import type { Photo } from '../../store/project.ts';
import type { PhotoWork } from '../../store/state.ts';
import { useAppState } from '../appContext.ts';
import { ChannelCaption } from './ChannelCaption.tsx';
import { DreamPart } from './dream/DreamPart.tsx';
import type { Dreaming } from './dream/useDream.ts';
import styles from './InsideView.module.css';
import { useInsideSettings } from './insideSettings.ts';
import { Picture } from './Picture.tsx';
import { FEW_CHANNELS, Stages } from './Stages.tsx';
import type { ShownStage } from './stages.ts';
import { useFeatureMaps } from './useFeatureMaps.ts';
import { useStageClasses } from './useStageClasses.ts';

interface Props {
  readonly photo: Photo;
  readonly work: PhotoWork & { status: 'ready' };
  readonly dreaming: Dreaming;
}

export function InsideView({ photo, work, dreaming }: Props) {
  const { shown, show } = useInsideSettings();
  const asked = useFeatureMaps(photo.key, work.picture.sha256, shown.stage);
  const [count, setCount] = useState(FEW_CHANNELS);
  const [chosen, setChosen] = useState<number | null>(null);
  const [pointed, setPointed] = useState<number | null>(null);
  const { maps } = asked;
  const listed = maps?.strongest.slice(0, count).map(({ channel }) => channel) ?? [];
  const trained = useAppState((state) => state.trained);
  const classesOf = useStageClasses(shown.stage, listed, trained, work.features);
  const map = maps?.strongest.find(({ channel }) => channel === (pointed ?? chosen)) ?? null;
  const overlay = map && maps ? { map, side: maps.side } : null;
  const showStage = (stage: ShownStage) => {
    setCount(FEW_CHANNELS);
    setChosen(null);
    setPointed(null);
    show(stage);
  };
  return (
    <div className={styles.content}>
      <div className={styles.seen}>
        <Picture photo={photo} picture={work.picture} overlay={overlay} dream={dreaming.dream} />
        <ChannelCaption shown={shown} map={map} classesOf={classesOf} isOfDream={dreaming.dream !== null} />
      </div>
      <div className={styles.stages}>
        <Stages
          shown={shown}
          onShow={showStage}
          asked={asked}
          count={count}
          onCount={setCount}
          classesOf={classesOf}
          chosen={chosen}
          onChoose={setChosen}
          onPoint={setPointed}
        />
      </div>
      <div className={styles.dream}>
        <DreamPart photo={photo} dreaming={dreaming} shown={shown} chosen={chosen} />
      </div>
    </div>
  );
}

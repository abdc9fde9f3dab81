// What the network finds on the photo, stage by stage.

import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { TabPanel, Tabs } from 'react-aria-components/Tabs';
import type { Features } from '../../core/types.ts';
import type { FeatureMaps } from '../../workers/contract.ts';
import { useAppState } from '../appContext.ts';
import panel from '../panel.module.css';
import { words } from '../words/words.ts';
import { AwaitedChannels, ChannelGrid } from './ChannelGrid.tsx';
import { insideProblem } from './insideProblem.ts';
import { StagePicker } from './StagePicker.tsx';
import styles from './Stages.module.css';
import { SHOWN_STAGES, type ShownStage } from './stages.ts';
import type { AskedFeatureMaps } from './useFeatureMaps.ts';
import { useStageClasses } from './useStageClasses.ts';

/** Channels that are shown first. */
const FEW = 24;

interface Props {
  readonly shown: ShownStage;
  readonly onShow: (shown: ShownStage) => void;
  readonly asked: AskedFeatureMaps;
  readonly features: Features;
  readonly chosen: number | null;
  readonly onChoose: (channel: number | null) => void;
  readonly onPoint: (channel: number | null) => void;
}

export function Stages({ shown, onShow, asked, ...rest }: Props) {
  const { stage, name, side, channels, finds } = shown;
  return (
    <Tabs
      className={styles.stages ?? ''}
      selectedKey={stage}
      onSelectionChange={(key) => {
        const found = SHOWN_STAGES.find((candidate) => candidate.stage === key);
        if (found) onShow(found);
      }}
      data-stage-shown={stage}
      data-status={asked.maps ? 'ready' : asked.error ? 'failed' : 'asking'}
    >
      <StagePicker />
      <TabPanel id={stage} className={styles.panel ?? ''}>
        <p className={styles.finds}>
          <strong>{words.inside.stage(name, side, channels)}.</strong> {words.inside.finds[finds]}
        </p>
        {asked.error ? (
          <p className={styles.failed} role="alert">
            {insideProblem(asked.error)}{' '}
            <Button className={panel.link ?? ''} onPress={asked.askAgain}>
              {words.inside.askAgain}
            </Button>
          </p>
        ) : asked.maps ? (
          <Channels key={stage} stage={stage} maps={asked.maps} {...rest} />
        ) : (
          <>
            <p className={styles.legend}>
              <span className={panel.late}>{words.inside.asking}</span>
            </p>
            <AwaitedChannels count={FEW} areNamed={stage === 'inception_4d' || stage === 'inception_5b'} />
          </>
        )}
      </TabPanel>
    </Tabs>
  );
}

interface ChannelsProps extends Pick<Props, 'features' | 'chosen' | 'onChoose' | 'onPoint'> {
  readonly stage: ShownStage['stage'];
  readonly maps: FeatureMaps;
}

function Channels({ stage, maps, features, ...grid }: ChannelsProps) {
  const [isLong, setLong] = useState(false);
  const count = isLong ? maps.strongest.length : FEW;
  const trained = useAppState((state) => state.trained);
  const shown = maps.strongest.slice(0, count).map(({ channel }) => channel);
  const classesOf = useStageClasses(stage, shown, trained, features);
  return (
    <>
      <p className={styles.legend}>{words.inside.legend(shown.length, maps.channels)}</p>
      <ChannelGrid maps={maps} count={count} classesOf={classesOf} {...grid} />
      <Button className={`${panel.button} ${styles.more}`} onPress={() => setLong(!isLong)}>
        {isLong ? words.inside.showFewer : words.inside.showMore(maps.strongest.length)}
      </Button>
    </>
  );
}

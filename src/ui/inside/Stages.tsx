// What the network finds on the photo, stage by stage.

import { Button } from 'react-aria-components/Button';
import { TabPanel, Tabs } from 'react-aria-components/Tabs';
import type { FeatureMaps } from '../../workers/contract.ts';
import panel from '../panel.module.css';
import { words } from '../words/words.ts';
import { AwaitedChannels, ChannelGrid } from './ChannelGrid.tsx';
import { insideProblem } from './insideProblem.ts';
import { StagePicker } from './StagePicker.tsx';
import styles from './Stages.module.css';
import { SHOWN_STAGES, type ShownStage } from './stages.ts';
import type { AskedFeatureMaps } from './useFeatureMaps.ts';

/** Channels that are shown first. */
export const FEW_CHANNELS = 24;

interface Props {
  readonly shown: ShownStage;
  readonly onShow: (shown: ShownStage) => void;
  readonly asked: AskedFeatureMaps;
  /** How many of the channels are shown. */
  readonly count: number;
  readonly onCount: (count: number) => void;
  readonly classesOf: ((channel: number) => readonly string[]) | null;
  readonly chosen: number | null;
  readonly onChoose: (channel: number | null) => void;
  readonly onPoint: (channel: number | null) => void;
}

export function Stages({ shown, onShow, asked, ...rest }: Props) {
  const { stage, name, side, channels, finds } = shown;
  return (
    <Tabs
      selectedKey={stage}
      onSelectionChange={(key) => {
        const found = SHOWN_STAGES.find((candidate) => candidate.stage === key);
        if (found) onShow(found);
      }}
      data-stage-shown={stage}
      data-status={asked.maps ? 'ready' : asked.error ? 'failed' : 'asking'}
    >
      <StagePicker />
      <TabPanel key={stage} id={stage} className={styles.panel ?? ''}>
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
          <Channels maps={asked.maps} {...rest} />
        ) : (
          <>
            <p className={styles.legend}>
              <span className={panel.late}>{words.inside.asking}</span>
            </p>
            <AwaitedChannels count={FEW_CHANNELS} areNamed={rest.classesOf !== null} />
          </>
        )}
      </TabPanel>
    </Tabs>
  );
}

interface ChannelsProps extends Omit<Props, 'shown' | 'onShow' | 'asked'> {
  readonly maps: FeatureMaps;
}

function Channels({ maps, count, onCount, ...grid }: ChannelsProps) {
  const all = maps.strongest.length;
  return (
    <>
      <p className={styles.legend}>{words.inside.legend(Math.min(count, all), maps.channels)}</p>
      <ChannelGrid maps={maps} count={count} {...grid} />
      <Button
        className={`${panel.button} ${styles.more}`}
        onPress={() => onCount(count === FEW_CHANNELS ? all : FEW_CHANNELS)}
      >
        {count === FEW_CHANNELS ? words.inside.showMore(all, maps.channels) : words.inside.showFewer}
      </Button>
    </>
  );
}

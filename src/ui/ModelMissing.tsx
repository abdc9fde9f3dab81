// The network's weights are not there, or not right: what is missing, and every way to mend it.

import { Button } from 'react-aria-components/Button';
import { useApp, useAppState } from './appContext.ts';
import { Banner } from './Banner.tsx';
import panel from './panel.module.css';
import { networkProblem } from './sentences.ts';
import { useFilePicker } from './useFilePicker.tsx';
import { words } from './words/words.ts';

export function ModelMissing() {
  const isThere = useAppState(({ network }) => network.status === 'ready' || network.status === 'loading');
  // There before its words, so that they are read out.
  return <div aria-live="polite">{isThere ? null : <Missing />}</div>;
}

function Missing() {
  const { pipeline } = useApp();
  const network = useAppState((state) => state.network);
  const onFiles = (files: readonly File[]) => {
    if (files.length > 0) void pipeline.installModel(files);
  };
  const files = useFilePicker({ accept: '.caffemodel,.json,.bin', onFiles });
  const folder = useFilePicker({ accept: '', folder: true, onFiles });

  const says = words.problems.model;
  const busy = network.status === 'installing';
  const heading = busy
    ? says.checking
    : network.status === 'failed'
      ? networkProblem(network.error)
      : says.missing;
  return (
    <section data-model-missing="">
      <Banner
        heading={heading}
        buttons={
          <>
            <Button className={`${panel.button} ${panel.primary}`} isDisabled={busy} onPress={files.open}>
              {says.files}
            </Button>
            {files.input}
            <Button className={panel.button ?? ''} isDisabled={busy} onPress={folder.open}>
              {says.folder}
            </Button>
            {folder.input}
            <Button className={panel.button ?? ''} isDisabled={busy} onPress={pipeline.reloadNetwork}>
              {says.again}
            </Button>
          </>
        }
      >
        {says.remedy}
      </Banner>
    </section>
  );
}

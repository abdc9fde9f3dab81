// The network's weights are not there, or not right: what is missing, and every way to mend it.

import { Button } from 'react-aria-components/Button';
import { useApp, useAppState } from './appContext.ts';
import { Banner } from './Banner.tsx';
import panel from './panel.module.css';
import { networkProblem } from './sentences.ts';
import { useFilePicker } from './useFilePicker.tsx';

export function ModelMissing() {
  const { pipeline } = useApp();
  const network = useAppState((state) => state.network);
  const onFiles = (files: readonly File[]) => {
    if (files.length > 0) void pipeline.installModel(files);
  };
  const files = useFilePicker({ accept: '.caffemodel,.json,.bin', onFiles });
  const folder = useFilePicker({ accept: '', folder: true, onFiles });
  if (network.status === 'ready' || network.status === 'loading') return null;

  const busy = network.status === 'installing';
  const heading = busy
    ? 'Checking the files…'
    : network.status === 'failed'
      ? networkProblem(network.error)
      : 'The network is missing: the weights of Inception v1 are not on this server.';
  return (
    <section data-model-missing="" aria-live="polite">
      <Banner
        heading={heading}
        buttons={
          <>
            <Button className={`${panel.button} ${panel.primary}`} isDisabled={busy} onPress={files.open}>
              Choose files
            </Button>
            {files.input}
            <Button className={panel.button ?? ''} isDisabled={busy} onPress={folder.open}>
              Choose folder
            </Button>
            {folder.input}
            <Button className={panel.button ?? ''} isDisabled={busy} onPress={pipeline.reloadNetwork}>
              Try again
            </Button>
          </>
        }
      >
        Your photos wait meanwhile. Whoever runs this server: <code>npm start</code> with a connection fetches
        the weights. Or give them to this page: drop the prepared folder (<code>manifest.json</code> with its{' '}
        <code>.bin</code> files) or the published <code>bvlc_googlenet.caffemodel</code> anywhere here. Every
        byte is checked, and kept in this browser for next time.
      </Banner>
    </section>
  );
}

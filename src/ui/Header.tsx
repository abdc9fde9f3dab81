// What this is, in one line each for what it does and how; and what concerns the whole project.

import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { useApp, useAppState } from './appContext.ts';
import styles from './Header.module.css';
import { RedoIcon, ThemeIcon, UndoIcon } from './icons.tsx';
import panel from './panel.module.css';
import { ProjectName } from './projects/ProjectName.tsx';
import { ProjectsMenu } from './projects/ProjectsMenu.tsx';
import { shortcut } from './shortcuts.ts';
import { jumpToTakeAway } from './takeAway/jumpToTakeAway.ts';
import { useTheme } from './useTheme.ts';

export function Header({ onOpenFile }: { readonly onOpenFile: () => void }) {
  return (
    <header className={styles.header}>
      <div className={styles.title}>
        <h1 className={styles.name}>Binsight</h1>
        <p className={styles.promise}>Teach this page to tell two piles of photos apart.</p>
      </div>
      <div className={styles.project}>
        <ProjectName />
        <ProjectsMenu onOpenFile={onOpenFile} />
      </div>
      <Tools />
      <p className={styles.how}>
        A network that knows 1000 things, from parrots to convertibles, describes each photo by how much it
        looks like each of them; from that, the page learns where your bins part. All of it happens in this
        page.
      </p>
    </header>
  );
}

function Tools() {
  const { actions, loadSamples } = useApp();
  const hasPhotos = useAppState(({ history }) => history.present.photos.length > 0);
  const toggleTheme = useTheme();
  const [loading, setLoading] = useState(false);

  const trySamples = () => {
    setLoading(true);
    void loadSamples().finally(() => setLoading(false));
  };

  return (
    <div className={styles.tools}>
      <Button
        className={`${panel.button} ${hasPhotos ? '' : panel.primary}`}
        isDisabled={loading}
        onPress={trySamples}
        data-samples=""
      >
        Try the cars
      </Button>
      <UndoRedo />
      <Button className={panel.button ?? ''} isDisabled={!hasPhotos} onPress={actions.clear} data-clear="">
        Clear
      </Button>
      <Button className={panel.button ?? ''} onPress={jumpToTakeAway}>
        Take away
      </Button>
      <Button className={panel.button ?? ''} onPress={toggleTheme} aria-label="Light or dark">
        <ThemeIcon />
      </Button>
    </div>
  );
}

function UndoRedo() {
  const { actions } = useApp();
  const canUndo = useAppState(({ history }) => history.past.length > 0);
  const canRedo = useAppState(({ history }) => history.future.length > 0);
  const undo = shortcut('Z');
  const redo = shortcut('Z', true);
  return (
    <>
      <Button
        className={panel.button ?? ''}
        isDisabled={!canUndo}
        onPress={actions.undo}
        aria-label="Undo"
        data-undo=""
        render={(props) => (
          <button {...props} title={`Undo (${undo.shown})`} aria-keyshortcuts={undo.spoken} />
        )}
      >
        <UndoIcon />
      </Button>
      <Button
        className={panel.button ?? ''}
        isDisabled={!canRedo}
        onPress={actions.redo}
        aria-label="Redo"
        data-redo=""
        render={(props) => (
          <button {...props} title={`Redo (${redo.shown})`} aria-keyshortcuts={redo.spoken} />
        )}
      >
        <RedoIcon />
      </Button>
    </>
  );
}

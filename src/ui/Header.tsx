// What this is, in one line each for what it does and how; and what concerns the whole project.

import { type ComponentProps, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { useApp, useAppState } from './appContext.ts';
import styles from './Header.module.css';
import { RedoIcon, ThemeIcon, UndoIcon } from './icons.tsx';
import panel from './panel.module.css';
import { ProjectName } from './projects/ProjectName.tsx';
import { ProjectsMenu } from './projects/ProjectsMenu.tsx';
import { shortcut } from './shortcuts.ts';
import { jumpToTakeAway } from './takeAway/jumpToTakeAway.ts';
import { TalkButton } from './talk/TalkButton.tsx';
import { useTheme } from './useTheme.ts';
import { words } from './words/words.ts';

export function Header({ onOpenFile }: { readonly onOpenFile: () => void }) {
  return (
    <header className={styles.header}>
      <div className={styles.title}>
        <h1 className={styles.name}>{words.page.name}</h1>
        <p className={styles.promise}>{words.page.promise}</p>
      </div>
      <div className={styles.project}>
        <ProjectName />
        <ProjectsMenu onOpenFile={onOpenFile} />
      </div>
      <Tools />
      <p className={styles.how}>
        {words.page.how}{' '}
        <a href={words.page.howMore.address} target="_blank" rel="noopener">
          {words.page.howMore.name}
        </a>
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
    // Not switched off meanwhile, as it would lose the focus.
    if (loading) return;
    setLoading(true);
    void loadSamples().finally(() => setLoading(false));
  };

  return (
    <div className={styles.tools}>
      <Button
        className={`${panel.button} ${hasPhotos ? '' : panel.primary}`}
        onPress={trySamples}
        aria-disabled={loading}
        data-samples=""
      >
        {words.page.samples}
      </Button>
      <UndoRedo />
      <Button
        className={panel.button ?? ''}
        isDisabled={!hasPhotos}
        onPress={actions.clear}
        data-clear=""
        render={(props) => <LastingButton {...props} />}
      >
        {words.page.clear}
      </Button>
      <TalkButton />
      <Button className={panel.button ?? ''} onPress={jumpToTakeAway}>
        {words.page.takeAway}
      </Button>
      <Button className={panel.button ?? ''} onPress={toggleTheme} aria-label={words.page.theme}>
        <ThemeIcon />
      </Button>
    </div>
  );
}

/** Switched off by its own press, it keeps the focus: else the next press would be another button's. */
const LastingButton = ({ disabled, ...props }: ComponentProps<'button'>) => (
  <button {...props} aria-disabled={disabled} />
);

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
        aria-label={words.page.undo}
        data-undo=""
        render={(props) => (
          <LastingButton
            {...props}
            title={words.page.withKeys(words.page.undo, undo.shown)}
            aria-keyshortcuts={undo.spoken}
          />
        )}
      >
        <UndoIcon />
      </Button>
      <Button
        className={panel.button ?? ''}
        isDisabled={!canRedo}
        onPress={actions.redo}
        aria-label={words.page.redo}
        data-redo=""
        render={(props) => (
          <LastingButton
            {...props}
            title={words.page.withKeys(words.page.redo, redo.shown)}
            aria-keyshortcuts={redo.spoken}
          />
        )}
      >
        <RedoIcon />
      </Button>
    </>
  );
}

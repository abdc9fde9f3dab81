// Talk mode: the story in large type, one slide at a time, by keys alone; above the page, which stays as it is below.

import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { photosIn, TRAY } from '../../store/project.ts';
import { useApp, useProject } from '../appContext.ts';
import { dropPlace } from '../useFileIntake.ts';
import { words } from '../words/words.ts';
import { SlideView } from './SlideView.tsx';
import { Stepper } from './Stepper.tsx';
import { firstOf, placeOf, type Slide, STORY, slideAfter, slidesOf } from './slides.ts';
import styles from './TalkMode.module.css';
import { useTalkPhotos } from './useTalkPhotos.ts';

export function TalkMode({ onClose }: { readonly onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const cat = useTalkPhotos();
  const tests = photosIn(useProject(), TRAY);
  const keys = tests.map(({ key }) => key).join();
  const slides = useMemo(() => slidesOf(keys === '' ? [] : keys.split(',')), [keys]);
  const [slide, setSlide] = useState<Slide>({ story: 'empty' });
  /** Counts how often slides were begun anew. */
  const [round, setRound] = useState(0);
  const { pipeline } = useApp();

  const show = useCallback(
    (next: Slide) => {
      setSlide(next);
      // It is learned before everybody's eyes.
      if (next.story === 'learned') pipeline.learnAgain();
    },
    [pipeline],
  );
  const reset = useCallback(() => {
    setRound((count) => count + 1);
    show(slide.photo === undefined ? slide : { ...slide, isAnswered: false });
  }, [slide, show]);

  useEffect(() => {
    dialog.current?.showModal();
    // Not on its first button, which a space would press.
    dialog.current?.focus();
  }, []);
  useShowWhatComes(keys, show);

  const onKeyDown = (event: React.KeyboardEvent) => {
    const turn = turnOf(event);
    if (turn === null) return;
    event.preventDefault();
    if (turn === 'reset') reset();
    else if (turn === 'screen') void toggleFullScreen();
    else if (typeof turn === 'object') show(firstOf(slides, turn.story));
    else show(slideAfter(slides, slide, turn));
  };

  const place = placeOf(slides, slide);
  const shown = slides[place] ?? slide;
  return (
    <dialog
      ref={dialog}
      className={styles.talk}
      aria-label={words.talk.title}
      tabIndex={-1}
      onClose={onClose}
      onKeyDown={onKeyDown}
      data-talk={shown.story}
      data-slide={place}
      {...dropPlace(TRAY)}
    >
      <div className={styles.stage} key={`${place} ${round}`}>
        <SlideView slide={shown} cat={cat} />
      </div>
      <Stepper
        shown={shown.story}
        onShow={(story) => show(firstOf(slides, story))}
        onTurn={(steps) => show(slideAfter(slides, slide, steps))}
        onReset={reset}
        onClose={() => dialog.current?.close()}
      />
    </dialog>
  );
}

/** A photo that is dropped, or comes from the camera, is what everybody wants to see judged. */
function useShowWhatComes(keys: string, show: (slide: Slide) => void): void {
  const before = useRef(keys);
  useEffect(() => {
    const known = new Set(before.current.split(','));
    const first = before.current === '' ? undefined : keys.split(',').find((key) => !known.has(key));
    before.current = keys;
    if (first) show({ story: 'tests', photo: first, isAnswered: true });
  }, [keys, show]);
}

type Turn = 1 | -1 | 'reset' | 'screen' | { readonly story: (typeof STORY)[number] };

const TURNS: Readonly<Record<string, Turn>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  PageDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
  PageUp: -1,
  Backspace: -1,
  Home: { story: 'empty' },
  End: { story: 'link' },
  r: 'reset',
  f: 'screen',
};

function turnOf({ key, ctrlKey, metaKey, altKey, target }: React.KeyboardEvent): Turn | null {
  if (ctrlKey || metaKey || altKey) return null;
  // On a button they press it.
  if (key === ' ' || key === 'Enter') return target instanceof HTMLButtonElement ? null : 1;
  const story = STORY[Number(key) - 1];
  return story ? { story } : (TURNS[key] ?? TURNS[key.toLowerCase()] ?? null);
}

async function toggleFullScreen(): Promise<void> {
  // A browser may refuse; the talk goes on in its window.
  await (document.fullscreenElement
    ? document.exitFullscreen()
    : document.documentElement.requestFullscreen()
  ).catch(() => undefined);
}

// Talk mode: the story in large type, one slide at a time, by keys alone; above the page, which stays as it is below.

import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { type Photo, TRAY } from '../../store/project.ts';
import { useApp, useAppState, usePhotosIn, useProject } from '../appContext.ts';
import { setTopLayer } from '../topLayer.ts';
import { dropPlace } from '../useFileIntake.ts';
import { words } from '../words/words.ts';
import { SlideView } from './SlideView.tsx';
import { Stepper } from './Stepper.tsx';
import { comerToShow, firstOf, placeOf, type Slide, slideAfter, slidesOf, withTwin } from './slides.ts';
import styles from './TalkMode.module.css';
import { TalkNotices } from './TalkNotices.tsx';
import { putInAddress, slideIn } from './talkAddress.ts';
import { turnOfKey, turnOfTouch } from './turns.ts';
import { useFit } from './useFit.ts';
import { useTalkPhotos } from './useTalkPhotos.ts';

export function TalkMode({ onClose }: { readonly onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const stage = useRef<HTMLDivElement>(null);
  const touchedAt = useRef(0);
  const cat = useTalkPhotos();
  const project = useProject();
  const tests = usePhotosIn(TRAY);
  const refused = useAppState(
    useShallow(({ work }) => tests.map(({ key }) => key).filter((key) => work[key]?.status === 'failed')),
  );
  const slides = useMemo(
    () =>
      slidesOf(
        tests.map(({ key }) => key),
        new Set(refused),
      ),
    [tests, refused],
  );
  const [slide, setSlide] = useState<Slide>(() => slideIn(location.hash, slides) ?? { story: 'empty' });
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

  // Before anything of it is seen: whoever sees it may press its keys.
  useLayoutEffect(() => {
    dialog.current?.showModal();
    // Not on its first button, which a space would press.
    dialog.current?.focus();
    setTopLayer(dialog.current);
    return () => {
      setTopLayer(null);
      if (document.fullscreenElement) void document.exitFullscreen().catch(() => undefined);
    };
  }, []);
  useShowWhatComes(project.photos, setSlide, show);
  useFit(stage);

  const place = placeOf(slides, slide);
  const shown = slides[place] ?? slide;
  useEffect(() => putInAddress(shown, slides), [shown, slides]);
  useEffect(() => {
    const onAddress = () => {
      const wanted = slideIn(location.hash, slides);
      if (wanted !== null) show(wanted);
    };
    window.addEventListener('hashchange', onAddress);
    return () => window.removeEventListener('hashchange', onAddress);
  }, [slides, show]);

  // Wherever the focus is: it may have fallen out of the dialog, and nothing else can be reached meanwhile.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const turn = turnOfKey(event);
      if (turn === null) return;
      event.preventDefault();
      if (turn === 'reset') reset();
      else if (turn === 'screen') void toggleFullScreen();
      else if (typeof turn === 'object') show(firstOf(slides, turn.story));
      else show(slideAfter(slides, slide, turn));
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [slides, slide, show, reset]);
  const onTouchEnd = (event: React.PointerEvent) => {
    const turn = turnOfTouch(event, touchedAt.current);
    if (turn !== null) show(slideAfter(slides, slide, turn));
  };
  const onClick = ({ detail }: React.MouseEvent) => {
    // A button that was clicked would keep the focus, and space and Enter would press it again. By keys it is meant to.
    if (detail > 0) dialog.current?.focus();
  };

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are heard above, wherever the focus is
    <dialog
      ref={dialog}
      className={styles.talk}
      aria-label={words.talk.title}
      tabIndex={-1}
      onClose={onClose}
      onClick={onClick}
      data-talk={shown.story}
      data-slide={place}
      {...dropPlace(TRAY)}
    >
      <div
        ref={stage}
        className={styles.stage}
        key={`${place} ${round}`}
        onPointerDown={({ clientX }) => {
          touchedAt.current = clientX;
        }}
        onPointerUp={onTouchEnd}
        data-stage=""
      >
        <SlideView slide={shown} cat={cat} />
      </div>
      <TalkNotices />
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

/**
 * A photo that is dropped, or comes from the camera, is what everybody wants to see judged. Where it lies in the tray
 * already it goes again, and that one is shown.
 */
function useShowWhatComes(
  photos: readonly Photo[],
  setSlide: (change: (slide: Slide) => Slide) => void,
  show: (slide: Slide) => void,
): void {
  const notices = useAppState((state) => state.notices);
  const before = useRef(photos);
  useEffect(() => {
    const first = comerToShow(before.current, photos);
    before.current = photos;
    if (first !== null) show({ story: 'tests', photo: first, isAnswered: true });
  }, [photos, show]);
  useEffect(() => setSlide((slide) => withTwin(slide, notices)), [notices, setSlide]);
}

async function toggleFullScreen(): Promise<void> {
  // A browser may refuse; the talk goes on in its window.
  await (document.fullscreenElement
    ? document.exitFullscreen()
    : document.documentElement.requestFullscreen()
  ).catch(() => undefined);
}

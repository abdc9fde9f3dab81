// One slide of the talk.

import { BinsSlide } from './slides/BinsSlide.tsx';
import { EmptySlide } from './slides/EmptySlide.tsx';
import { LearnedSlide } from './slides/LearnedSlide.tsx';
import { LinkSlide } from './slides/LinkSlide.tsx';
import { LookSlide } from './slides/LookSlide.tsx';
import { NeitherSlide } from './slides/NeitherSlide.tsx';
import { NoTestsSlide, TestSlide } from './slides/TestSlide.tsx';
import { WrongSlide } from './slides/WrongSlide.tsx';
import type { Slide } from './slides.ts';
import type { MaybeCat } from './useTalkPhotos.ts';

interface Props {
  readonly slide: Slide;
  readonly cat: MaybeCat;
}

export function SlideView({ slide: { story, photo, isAnswered = false }, cat }: Props) {
  switch (story) {
    case 'empty':
      return <EmptySlide />;
    case 'look':
      return <LookSlide cat={cat} />;
    case 'bins':
      return <BinsSlide />;
    case 'learned':
      return <LearnedSlide />;
    case 'tests':
      return photo === undefined ? <NoTestsSlide /> : <TestSlide photo={photo} isAnswered={isAnswered} />;
    case 'wrong':
      return <WrongSlide />;
    case 'neither':
      return <NeitherSlide cat={cat} />;
    case 'link':
      return <LinkSlide />;
  }
}

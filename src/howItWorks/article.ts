// What the page that explains how it works says, in any language: its sections in their order, and the words in its figures.

import { createContext, type ReactNode, useContext } from 'react';
import type { FeatureKind } from '../core/types.ts';
import type { Change } from './figures.ts';

export const SECTIONS = [
  'photo',
  'network',
  'names',
  'kinds',
  'boundary',
  'weights',
  'score',
  'leftOut',
  'sure',
  'neither',
  'wrong',
  'better',
  'sources',
] as const;
export type SectionId = (typeof SECTIONS)[number];

/** Stages of the network that the table shows. */
export const SHOWN_STAGES = [
  'conv1',
  'inception_3a',
  'inception_4a',
  'inception_4c',
  'inception_5b',
] as const;
export type ShownStage = (typeof SHOWN_STAGES)[number];

/** The words in the figures. */
export interface Labels {
  /** What a photo shows, by its file. */
  readonly photos: Readonly<Record<string, string>>;
  readonly credit: string;
  readonly pixels: { readonly caption: string; readonly colours: readonly [string, string, string] };
  readonly looks: {
    readonly caption: (photo: string) => string;
    readonly name: string;
    readonly logit: string;
    readonly share: string;
  };
  readonly stages: {
    readonly caption: string;
    readonly stage: string;
    readonly sees: string;
    readonly patterns: string;
    readonly places: string;
    readonly finds: string;
    readonly pixels: (side: number) => string;
    readonly whole: string;
    readonly found: Readonly<Record<ShownStage, string>>;
  };
  /** Averages of the bins. */
  readonly averages: {
    readonly telling: string;
    readonly towards: readonly [string, string];
    readonly name: string;
    readonly classic: string;
    readonly modern: string;
    readonly difference: string;
    readonly weight: string;
  };
  readonly bins: readonly [string, string];
  readonly boundary: string;
  readonly map: { readonly name: string; readonly description: string; readonly caption: ReactNode };
  readonly gap: {
    readonly name: string;
    readonly description: string;
    readonly caption: ReactNode;
  };
  readonly sum: {
    readonly caption: string;
    readonly name: string;
    readonly here: string;
    readonly average: string;
    readonly weight: string;
    readonly push: string;
    readonly constant: string;
    readonly others: (count: number) => string;
    readonly score: string;
  };
  readonly wrong: (bin: string, leftOut: string, learned: string) => string;
  readonly tests: {
    readonly caption: string;
    readonly photo: string;
    readonly right: string;
    readonly score: string;
    readonly distance: string;
    readonly verdict: string;
  };
  readonly neither: {
    readonly name: string;
    readonly description: string;
    readonly caption: ReactNode;
    readonly limit: string;
    readonly rows: {
      readonly learned: string;
      readonly tests: string;
      readonly others: string;
      readonly cat: string;
    };
  };
  readonly changes: {
    readonly caption: string;
    readonly change: string;
    readonly right: string;
    readonly modern: string;
    readonly neither: string;
    readonly none: string;
    readonly names: Readonly<Record<Change, string>>;
  };
  readonly descriptions: {
    readonly caption: string;
    readonly name: string;
    readonly right: string;
    readonly names: Readonly<Record<FeatureKind, string>>;
  };
}

/** @throws where a language has no words for a photo */
export function nameOf({ photos }: Labels, file: string): string {
  const name = photos[file];
  if (name === undefined) throw new Error(`nobody says what ${file} shows`);
  return name;
}

export interface Section {
  readonly title: string;
  readonly body: ReactNode;
}

export interface ArticleWords {
  readonly title: string;
  readonly lead: ReactNode;
  readonly contents: string;
  /** The same in the other language. */
  readonly other: { readonly address: string; readonly tag: string; readonly name: string };
  readonly sections: Readonly<Record<SectionId, Section>>;
  /** The last line. */
  readonly end: ReactNode;
  readonly labels: Labels;
}

export const LabelsContext = createContext<Labels | null>(null);

export function useLabels(): Labels {
  const labels = useContext(LabelsContext);
  if (!labels) throw new Error('a figure is drawn outside of the article');
  return labels;
}

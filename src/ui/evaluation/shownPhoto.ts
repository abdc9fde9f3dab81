// A photo as the evaluation shows it: enough to draw and name it, nothing of what was learned from it.

export interface ShownPhoto {
  readonly key: string;
  readonly name: string;
  /** Object URL of its centred square; '' while there is none. */
  readonly thumbnail: string;
  /** Index of its bin's colour (`binColour`); null for a test photo. */
  readonly bin: number | null;
}

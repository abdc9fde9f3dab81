// selfcheck/expected.json: what the page said of some photos, and how near other machines must come.

export interface Expected {
  readonly tolerance: {
    /** From the same pixels. */
    readonly pixels: Limits;
    /** From the files, which other programs decode a little differently. */
    readonly files: Limits;
  };
  readonly photos: readonly ExpectedPhoto[];
}

export interface Limits {
  readonly scores: number;
  readonly logits: number | null;
  readonly similarity: number;
}

export interface ExpectedPhoto {
  /** The photo as it was, its name on the page, and the square that the network saw. */
  readonly file: string;
  readonly name: string;
  readonly square: string;
  readonly logits: readonly number[];
  readonly scores: readonly number[];
  readonly verdict: string;
  readonly similarity: number | null;
}

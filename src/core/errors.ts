// The one error type. Core, network and workers throw it; the pipeline catches it once; the page turns its
// code into a sentence that names the file, the cause and the remedy.

export type ErrorCode =
  // A photo that cannot be used.
  | 'photo-empty'
  | 'photo-unreadable'
  | 'photo-lost'
  | 'photo-damaged'
  | 'photo-not-an-image'
  | 'photo-svg'
  | 'photo-unsupported'
  | 'photo-truncated'
  | 'photo-undecodable'
  | 'photo-too-many-pixels'
  | 'photo-too-large'
  | 'photo-no-canvas'
  // The network's weights.
  | 'model-missing'
  | 'model-network'
  | 'model-checksum'
  | 'model-unknown'
  | 'model-file-missing'
  | 'model-not-caffemodel'
  | 'model-no-files'
  | 'model-not-kept'
  // Backends and workers.
  | 'backend-none'
  | 'backend-refused'
  | 'worker-missing'
  | 'worker-failed'
  | 'worker-timeout'
  // What is kept in the browser.
  | 'storage-none'
  | 'storage-newer'
  | 'storage-failed'
  // Training.
  | 'train-too-few'
  | 'train-not-finite'
  | 'train-indistinct'
  | 'train-failed'
  // A zip that came from outside.
  | 'archive-not-a-zip'
  | 'archive-damaged'
  | 'archive-unreadable'
  | 'archive-encrypted'
  | 'archive-unsupported'
  | 'archive-path'
  | 'archive-link'
  | 'archive-twins'
  | 'archive-too-many'
  | 'archive-too-large'
  | 'archive-ratio'
  // A zip that was to be made.
  | 'archive-no-room'
  // A project file.
  | 'project-not-one'
  | 'project-newer'
  | 'project-invalid'
  | 'project-photo-missing';

/** Facts about the failure, for the sentence on screen: plain strings and numbers only, so it crosses workers. */
export type ErrorDetail = Readonly<Record<string, string | number>>;

export class BinsightError extends Error {
  readonly code: ErrorCode;
  readonly detail: ErrorDetail;

  constructor(code: ErrorCode, detail: ErrorDetail = {}, options?: { cause?: unknown }) {
    const facts = Object.entries(detail).map(([key, value]) => `${key}=${value}`);
    super([code, ...facts].join(' '), options);
    this.name = 'BinsightError';
    this.code = code;
    this.detail = detail;
  }
}

/** Whatever was thrown, as the one error type: what is not known is a worker's own failure. */
export const asBinsightError = (error: unknown): BinsightError =>
  error instanceof BinsightError
    ? error
    : new BinsightError('worker-failed', { reason: String(error) }, { cause: error });

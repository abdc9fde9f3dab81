// How far a photo has come.

import type { BinsightError } from '../core/errors.ts';
import type { Photo } from '../store/project.ts';
import type { PhotoWork } from '../store/state.ts';
import { useAppState } from './appContext.ts';

const QUEUED: PhotoWork = { status: 'queued' };

export const useWork = (photo: Photo): PhotoWork => useAppState(({ work }) => work[photo.key]) ?? QUEUED;

export const errorOf = (work: PhotoWork): BinsightError | undefined =>
  work.status === 'failed' ? work.error : undefined;

// Which camera was chosen last, for the next time.

import { recall, remember } from '../remembered.ts';

const KEY = 'binsight-camera';

/** @returns its device id */
export const rememberedCamera = (): string | null => recall(KEY);

/** @param deviceId null forgets it */
export const rememberCamera = (deviceId: string | null): void => remember(KEY, deviceId);

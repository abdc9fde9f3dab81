// Which camera was chosen last, for the next time. Storage may be forbidden; then the choice lasts as long as the page.

const KEY = 'binsight-camera';

/** @returns its device id */
export function rememberedCamera(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** @param deviceId null forgets it */
export function rememberCamera(deviceId: string | null): void {
  try {
    if (deviceId === null) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, deviceId);
  } catch {
    // See above.
  }
}

// Why there is no camera's picture: what browsers throw, as the few causes that have a remedy of their own.

export type CameraCode =
  /** Not a page that is given one: neither https:// nor localhost. */
  | 'insecure'
  /** This browser gives none to any page. */
  | 'unsupported'
  /** By the page around this one, or by a header of the server's. */
  | 'forbidden'
  | 'refused'
  | 'refused-by-system'
  | 'none'
  | 'busy'
  /** It had begun. */
  | 'stopped'
  | 'other';

export interface CameraProblem {
  readonly code: CameraCode;
  /** The browser's own words. */
  readonly reason: string;
}

/** What this page may do, for Chromium alone says so. */
interface Surroundings {
  readonly isSecure: boolean;
  readonly mayAsk: boolean;
}

export function cameraProblem(error: unknown, around: Surroundings = surroundings()): CameraProblem {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  return { code: codeOf(name, message, around), reason: message || name };
}

function codeOf(name: string, message: string, { isSecure, mayAsk }: Surroundings): CameraCode {
  switch (name) {
    case 'NoMediaDevices':
      return isSecure ? 'unsupported' : 'insecure';
    // Firefox says so where somebody has switched cameras off for all pages.
    case 'SecurityError':
    case 'NotAllowedError':
      if (!mayAsk) return 'forbidden';
      return /system/i.test(message) ? 'refused-by-system' : 'refused';
    case 'NotFoundError':
      return 'none';
    // The second: Chromium's, where the camera is there and does not start in time.
    case 'NotReadableError':
    case 'AbortError':
      return 'busy';
    default:
      return 'other';
  }
}

function surroundings(): Surroundings {
  const { featurePolicy } = document as Document & {
    featurePolicy?: { allowsFeature(feature: string): boolean };
  };
  return { isSecure: isSecureContext, mayAsk: featurePolicy?.allowsFeature('camera') ?? true };
}

// What every server sends with the page: that no photo leaves it, as rules that browsers enforce. The preview server, the
// page's meta element, dist/_headers and nginx's configuration all have it from here.

/**
 * Everything comes from the page's own server, and nothing is sent anywhere else. A camera's picture is shown without a
 * word about media here: a stream is no address.
 */
const POLICY = [
  "default-src 'none'",
  // WebAssembly may be compiled, no more.
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  // The hash is of React Aria's one inline style (`touch-action` on what can be pressed).
  "style-src 'self' 'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='",
  "img-src 'self' blob: data:",
  "manifest-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  // No text becomes code; of addresses, those that src/workers/trustedScripts.ts lets through.
  "require-trusted-types-for 'script'",
  'trusted-types default',
];

/** For the page itself, where a host sends no headers. What a meta element cannot say is left out. */
export const META_POLICY = POLICY.join('; ');

/** Where somebody could be watched, heard, found or charged; the camera is for photos to judge. */
const PERMISSIONS = [
  'camera=(self)',
  ...[
    'accelerometer',
    'browsing-topics',
    'display-capture',
    'geolocation',
    'gyroscope',
    'hid',
    'idle-detection',
    'local-fonts',
    'magnetometer',
    'microphone',
    'midi',
    'payment',
    'screen-wake-lock',
    'serial',
    'usb',
    'xr-spatial-tracking',
  ].map((feature) => `${feature}=()`),
].join(', ');

/** With every answer, workers' scripts too: a worker obeys the policy that it came with. @type {Record<string, string>} */
export const HEADERS = {
  'Content-Security-Policy': `${META_POLICY}; frame-ancestors 'none'`,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': PERMISSIONS,
  'Cross-Origin-Opener-Policy': 'same-origin',
};

/** For files whose names are made from what is in them: they never change. */
export const KEEP = 'public, max-age=31536000, immutable';
/** Kept, and asked about each time. */
export const ASK = 'no-cache';

/** @param {string} path below the page's folder, with a slash before it */
export const cacheControl = (path) => (path.startsWith('/assets/') ? KEEP : ASK);

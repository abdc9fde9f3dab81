// The backends by name, apart from their code: the page must not load TensorFlow.js to speak of them.

/** In the order in which they are tried. */
export const BACKENDS = ['webgpu', 'webgl', 'wasm', 'cpu'] as const;
export type BackendName = (typeof BACKENDS)[number];
/** WASM is our own. */
export type TfjsBackend = Exclude<BackendName, 'wasm'>;

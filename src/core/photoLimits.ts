// What a photo may have at most.

/** A decoded pixel takes 4 bytes: 400 MB, as much as a browser's tab can be trusted with. */
export const MAX_PIXELS = 100_000_000;

/** The whole file is read to name it by its hash. */
export const MAX_BYTES = 256 * 1024 * 1024;

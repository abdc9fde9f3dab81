/** A WebAssembly module as it comes in the page's code, in base64. */
export const moduleBytes = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

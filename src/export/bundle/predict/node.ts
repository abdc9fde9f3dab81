// Node's own modules and the two packages that are installed beside predict.mjs, asked for where they are used: an
// import would keep browsers, and bundlers, from loading the file.

export const node = {
  get fs() {
    return process.getBuiltinModule('node:fs');
  },
  get module() {
    return process.getBuiltinModule('node:module');
  },
  get path() {
    return process.getBuiltinModule('node:path');
  },
  get readline() {
    return process.getBuiltinModule('node:readline');
  },
  get url() {
    return process.getBuiltinModule('node:url');
  },
  get util() {
    return process.getBuiltinModule('node:util');
  },
};

/** Can this Node be asked for its modules at all? 20.16 and 22.3 are the first. */
export const isNewEnough = (): boolean => typeof process.getBuiltinModule === 'function';

/** Was Node started with this very file? A browser, or a program that imports it, was not. */
export function isProgram(): boolean {
  const started = globalThis.process?.versions?.node ? process.argv[1] : undefined;
  if (started === undefined) return false;
  try {
    if (!isNewEnough()) return lastPart(decodeURIComponent(import.meta.url)) === lastPart(started);
    const { realpathSync } = node.fs;
    return realpathSync(node.url.fileURLToPath(import.meta.url)) === realpathSync(started);
  } catch {
    // The first argument need not be a file where another program imports this one.
    return false;
  }
}

/** Is that no name at all? What is not UTF-8 becomes U+FFFD in Node, which cannot open such a file. */
export const isGarbled = (path: string): boolean => path.includes('\uFFFD');

const lastPart = (path: string): string | undefined => path.split(/[\\/]/).at(-1);

/**
 * A package that was installed beside predict.mjs.
 * @throws Error that says how to install it
 */
export function loadInstalled(name: 'onnxruntime-node' | 'sharp'): unknown {
  const here = node.url.fileURLToPath(import.meta.url);
  try {
    return node.module.createRequire(here)(name);
  } catch (cause) {
    const folder = node.path.dirname(here);
    throw new Error(`${name} is not installed. In ${folder} run: npm install onnxruntime-node sharp`, {
      cause,
    });
  }
}

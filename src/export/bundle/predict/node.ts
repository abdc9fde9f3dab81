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

// Reads what a source file imports, without a compiler: enough for code that Biome has formatted.

export interface FoundImport {
  /** As written, without a query such as `?url`. */
  readonly specifier: string;
  /** `import type` and `export type ... from` are erased; everything else runs. */
  readonly typeOnly: boolean;
}

/** `import ... from`, `export ... from` and `import '...'`, each at the start of a line. */
const STATIC =
  /^(?:import|export(?=\s+(?:type\s+)?[{*]))\b(?<clause>[^'";()=]*?)\s*(?:\bfrom\s*)?(?<quote>['"])(?<path>[^'"\n]+)\k<quote>/gm;
/** `import('...')`, `import.meta.glob('...')` and `new URL('...', import.meta.url)`; the path may be no plain text. */
const DYNAMIC =
  /(?:\bimport\(|\bimport\.meta\.glob\w*(?:<[^>]*>)?\(|\bnew URL\((?=[^()]*\bimport\.meta\.url))\s*(?<argument>[^,)]*)/g;

/** @throws when an import is written in a way that this scan does not understand: nothing slips through unseen */
export function readImports(source: string): FoundImport[] {
  const code = withoutComments(source);
  const still = [...code.matchAll(STATIC)].map(({ groups }) => found(groups?.path ?? '', groups?.clause));
  const begun = [
    ...code.matchAll(/^\s*(?:import(?:\s*["'{*]|\s+\w)|export\s*(?:type\s*)?[{*](?=[^;]*?\}?\s*from\b))/gm),
  ];
  if (begun.length !== still.length) {
    throw new Error(`${begun.length} static imports begin here, but ${still.length} could be read`);
  }
  const moving = [...code.matchAll(DYNAMIC)].map(({ groups }) => {
    const path = /^(['"`])([^'"`$]+)\1$/.exec((groups?.argument ?? '').trim())?.[2];
    if (path === undefined) throw new Error(`import of ${groups?.argument}: the path must be plain text`);
    return found(path);
  });
  return [...still, ...moving];
}

const found = (path: string, clause = ''): FoundImport => ({
  specifier: path.split('?')[0] ?? path,
  typeOnly: /^\s*type\s/.test(clause) && !/^\s*type\s*,/.test(clause),
});

/** Strings are kept, so that `'https://...'` is not cut. */
const withoutComments = (source: string): string =>
  source.replace(
    /('(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`)|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g,
    (_, text?: string) => text ?? ' ',
  );

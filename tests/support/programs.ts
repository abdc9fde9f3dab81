// The bundle's two programs as a person runs them, and what they write.

import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { join } from 'node:path';
import { python } from './foreign.ts';

export type Program = 'predict.mjs' | 'predict.py';
export const PROGRAMS: readonly Program[] = ['predict.mjs', 'predict.py'];

export interface Surroundings {
  /** Besides the test's own; undefined takes a variable away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Permissions count, even where root runs the tests. */
  readonly unprivileged?: boolean;
  /** The folder that it is started in; left out, the tests' own. */
  readonly cwd?: string;
  /** What `run` gives on standard input. */
  readonly input?: string;
}

export function start(
  program: Program,
  folder: string,
  args: readonly string[],
  { env = {}, unprivileged = false, cwd }: Surroundings = {},
): ChildProcessWithoutNullStreams {
  const runtime = program === 'predict.mjs' ? process.execPath : (python ?? 'python3');
  const asRoot = process.getuid?.() === 0;
  const command = [
    ...(unprivileged && asRoot ? ['setpriv', '--bounding-set=-all', '--inh-caps=-all'] : []),
    runtime,
    join(folder, program),
    ...args,
  ];
  const [first = runtime, ...others] = command;
  return spawn(first, others, {
    cwd,
    env: {
      ...process.env,
      // A language without letters beyond ASCII: names must come through all the same.
      LC_ALL: 'C',
      // The programs have to see to that themselves.
      ORT_DISABLE_TELEMETRY: undefined,
      ...env,
    },
  });
}

export interface Outcome {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

/** Runs a program to its end, with nothing on standard input but what `surroundings` say. */
export function run(
  program: Program,
  folder: string,
  args: readonly string[],
  surroundings: Surroundings = {},
): Promise<Outcome> {
  const child = start(program, folder, args, surroundings);
  child.stdin.end(surroundings.input);
  return outcomeOf(child);
}

export function outcomeOf(child: ChildProcessWithoutNullStreams): Promise<Outcome> {
  let output = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, output, errors })));
}

/** The rows of a table by its columns (RFC 4180). */
export function readTable(text: string): Record<string, string>[] {
  const cells = [...text.matchAll(/(?:"((?:[^"]|"")*)"|([^,\n]*))([,\n])/g)];
  const rows: string[][] = [[]];
  for (const [, quoted, plain = '', end] of cells) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === '\n') rows.push([]);
  }
  const [header = [], ...lines] = rows.slice(0, -1);
  return lines.map((line) => Object.fromEntries(header.map((name, i) => [name, line[i] ?? ''])));
}

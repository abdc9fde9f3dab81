// The bundle's two programs as a person runs them, and what they write.

import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { join } from 'node:path';
import { python } from './foreign.ts';

export type Program = 'predict.mjs' | 'predict.py';
export const PROGRAMS: readonly Program[] = ['predict.mjs', 'predict.py'];

export function start(
  program: Program,
  folder: string,
  args: readonly string[],
): ChildProcessWithoutNullStreams {
  const script = join(folder, program);
  // A language without letters beyond ASCII: names must come through all the same.
  const env = { ...process.env, LC_ALL: 'C' };
  return program === 'predict.mjs'
    ? spawn(process.execPath, [script, ...args], { env })
    : spawn(python ?? 'python3', [script, ...args], { env });
}

export interface Outcome {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

/** Runs a program to its end, with nothing but `input` on standard input. */
export function run(program: Program, folder: string, args: readonly string[], input = ''): Promise<Outcome> {
  const child = start(program, folder, args);
  child.stdin.end(input);
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

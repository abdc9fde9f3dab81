// Starting other programs, and never leaving one behind.

import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot, ROOT } from './paths.mjs';
import { fail } from './step.mjs';

/** @typedef {{ env?: Record<string, string | undefined>, shell?: boolean, timeoutMs?: number, cwd?: string }} RunOptions */

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();
let ending = false;

/**
 * Lets Ctrl-C and a polite kill end the children first.
 * @param {number} exitCode of this command when it is stopped that way
 */
export function endChildrenOnSignal(exitCode) {
  const end = () => {
    // npm passes a terminal's Ctrl-C on, so it comes twice.
    if (ending) return;
    ending = true;
    // SIGINT, because Playwright stops its web server on that one only.
    for (const child of running) child.kill('SIGINT');
    const deadline = setTimeout(() => {
      for (const child of running) child.kill('SIGKILL');
      process.exit(exitCode);
    }, 5000);
    void Promise.all([...running].map((child) => new Promise((done) => child.once('close', done)))).then(
      () => {
        clearTimeout(deadline);
        process.exit(exitCode);
      },
    );
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
  process.on('SIGHUP', end);
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns the child, ended with this process
 */
function track(child) {
  running.add(child);
  child.once('close', () => running.delete(child));
  child.once('error', () => running.delete(child));
  return child;
}

/**
 * Runs a program silently.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<{ code: number, stdout: string, output: string }>} code 127 when there is no such program;
 *   `output` is stdout and stderr as they came
 */
export function runQuiet(command, args, { env = {}, shell = false, timeoutMs, cwd = ROOT } = {}) {
  return new Promise((resolve) => {
    const child = track(
      spawn(command, args, {
        cwd,
        env: { ...process.env, ...env },
        shell,
        stdio: ['ignore', 'pipe', 'pipe'],
        ...(timeoutMs ? { timeout: timeoutMs } : {}),
      }),
    );
    let stdout = '';
    let output = '';
    child.stdout?.setEncoding('utf8').on('data', (text) => {
      stdout += text;
      output += text;
    });
    child.stderr?.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
    child.once('error', (error) => resolve({ code: 127, stdout, output: `${output}${error.message}` }));
    child.once('close', (code) => settle(() => resolve({ code: code ?? 1, stdout, output })));
  });
}

/**
 * Runs a program that speaks for itself.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<number>} its exit code
 */
export function runLoud(command, args, { env = {}, shell = false } = {}) {
  return new Promise((resolve) => {
    const child = track(
      spawn(command, args, { cwd: ROOT, env: { ...process.env, ...env }, shell, stdio: 'inherit' }),
    );
    child.once('error', () => resolve(127));
    child.once('close', (code) => settle(() => resolve(code ?? 1)));
  });
}

/** While the command is being stopped nothing goes on, so a child's end is not reported as a failure. @param {() => void} report */
function settle(report) {
  if (!ending) report();
}

/**
 * The JavaScript file behind a tool's name, to be run with this very Node: the same on every system, where
 * `node_modules/.bin` holds links, shell scripts or .cmd files.
 * @param {string} packageName
 * @param {string} tool
 */
export function toolPath(packageName, tool) {
  const folder = inRoot('node_modules', packageName);
  try {
    const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return join(folder, typeof bin === 'string' ? bin : bin[tool]);
  } catch {
    return fail(`${packageName} is missing from node_modules.`, 'Run npm ci, then the command again.');
  }
}

/** The last lines of a program's output, for the person to see why it failed. @param {string} output */
export const lastLines = (output, count = 25) => output.trimEnd().split('\n').slice(-count).join('\n');

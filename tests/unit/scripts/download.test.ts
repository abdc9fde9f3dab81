// Downloads over a connection that fails in every way we know: against a server on this machine.

import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { downloadAll } from '../../../scripts/lib/download.mjs';

const CONTENT = Buffer.from('weights '.repeat(20_000));
const SHA256 = createHash('sha256').update(CONTENT).digest('hex');
const QUICK = { backoffMs: 1, retries: 3, stallMs: 500 };

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

let server: Server;
let base: string;
let folder: string;
let requests: IncomingMessage[];
/** Answers to the first requests; after them everything is served properly. */
let answers: Answer[];

const whole: Answer = ({ headers }, response) => {
  const from = Number(/bytes=(\d+)-/.exec(headers.range ?? '')?.[1] ?? 0);
  response.writeHead(from > 0 ? 206 : 200).end(CONTENT.subarray(from));
};
const status =
  (code: number): Answer =>
  (_, response) =>
    response.writeHead(code).end('no');
const brokenMidway: Answer = (_, response) => {
  response.writeHead(200, { 'Content-Length': CONTENT.length });
  response.write(CONTENT.subarray(0, 60_000), () => setTimeout(() => response.destroy(), 50));
};
const stalled: Answer = (_, response) => {
  response.writeHead(200).write(CONTENT.subarray(0, 10));
};
const wrongBytes: Answer = (_, response) => {
  response.writeHead(200).end('<html>the page you want is elsewhere</html>');
};
const withoutRanges: Answer = (_, response) => {
  response.writeHead(200).end(CONTENT);
};

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'binsight-download-'));
  requests = [];
  answers = [];
  server = createServer((request, response) => {
    requests.push(request);
    (answers.shift() ?? whole)(request, response);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
});

const fileAt = (name: string, ...urls: string[]) => ({
  urls: urls.length > 0 ? urls : [`${base}/${name}`],
  target: join(folder, name),
  sha256: SHA256,
});
const downloaded = (name = 'a.bin') => readFileSync(join(folder, name)).equals(CONTENT);

test('fetches several files into folders of their own, and nothing the second time', async () => {
  const files = ['a.bin', 'deep/b.bin', 'deep/er/c.bin'].map((name) => fileAt(name));
  await downloadAll(files, QUICK);
  expect(files.map(({ target }) => readFileSync(target).equals(CONTENT))).toEqual([true, true, true]);
  await downloadAll(files, QUICK);
  expect(requests).toHaveLength(3);
});

test('reports files and bytes', async () => {
  const reports: { done: number; files: number; bytes: number }[] = [];
  await downloadAll([fileAt('a.bin'), fileAt('b.bin')], {
    ...QUICK,
    onProgress: (state) => reports.push(state),
  });
  expect(reports.at(-1)).toEqual({ done: 2, files: 2, bytes: 2 * CONTENT.length });
});

test('tries again after errors of the server', async () => {
  answers = [status(500), status(503)];
  await downloadAll([fileAt('a.bin')], QUICK);
  expect(downloaded()).toBe(true);
  expect(requests).toHaveLength(3);
});

test('gives up after the tries it was given', async () => {
  answers = Array.from({ length: 10 }, () => status(500));
  await expect(downloadAll([fileAt('a.bin')], QUICK)).rejects.toMatchObject({ kind: 'broken' });
  expect(requests).toHaveLength(4);
});

test('continues a file whose connection broke', async () => {
  answers = [brokenMidway];
  await downloadAll([fileAt('a.bin')], QUICK);
  expect(downloaded()).toBe(true);
  expect(requests[1]?.headers.range).toMatch(/^bytes=[1-9]\d*-$/);
});

test('starts over where the server cannot continue', async () => {
  answers = [brokenMidway, withoutRanges];
  await downloadAll([fileAt('a.bin')], QUICK);
  expect(downloaded()).toBe(true);
});

test('tries again when the connection falls silent', async () => {
  answers = [stalled];
  await downloadAll([fileAt('a.bin')], { ...QUICK, stallMs: 100 });
  expect(downloaded()).toBe(true);
});

test('goes on with what an earlier run left', async () => {
  writeFileSync(join(folder, 'a.bin.part'), CONTENT.subarray(0, 1000));
  await downloadAll([fileAt('a.bin')], QUICK);
  expect(downloaded()).toBe(true);
  expect(requests[0]?.headers.range).toBe('bytes=1000-');
});

test('discards what an earlier run left when it was damaged', async () => {
  writeFileSync(join(folder, 'a.bin.part'), 'x'.repeat(1000));
  await downloadAll([fileAt('a.bin')], QUICK);
  expect(downloaded()).toBe(true);
});

test('replaces a file that was damaged later', async () => {
  writeFileSync(join(folder, 'a.bin'), 'damaged');
  await downloadAll([fileAt('a.bin')], QUICK);
  expect(downloaded()).toBe(true);
});

test('never gives wrong bytes the final name', async () => {
  answers = [wrongBytes, wrongBytes];
  await expect(downloadAll([fileAt('a.bin')], QUICK)).rejects.toMatchObject({ kind: 'checksum' });
  expect(existsSync(join(folder, 'a.bin'))).toBe(false);
  await downloadAll([fileAt('a.bin')], { ...QUICK, retries: 0 }).catch(() => undefined);
  await downloadAll([fileAt('a.bin')], QUICK);
  expect(downloaded()).toBe(true);
});

test('asks the next address when one does not have the file, or has another', async () => {
  answers = [status(404), wrongBytes];
  await downloadAll([fileAt('a.bin', `${base}/first`, `${base}/second`, `${base}/third`)], QUICK);
  expect(downloaded()).toBe(true);
  expect(requests.map(({ url }) => url)).toEqual(['/first', '/second', '/third']);
});

test('says so when no address has the file, without asking twice', async () => {
  answers = [status(404), status(404)];
  const file = fileAt('a.bin', `${base}/first`, `${base}/second`);
  await expect(downloadAll([file], QUICK)).rejects.toMatchObject({ kind: 'missing', url: `${base}/first` });
  expect(requests).toHaveLength(2);
});

test('finds out quickly that there is no network', async () => {
  // A port that was just open and now is closed.
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
  const files = Array.from({ length: 50 }, (_, i) => fileAt(`${i}.bin`));
  const started = Date.now();
  await expect(downloadAll(files, { backoffMs: 20, retries: 8 })).rejects.toMatchObject({
    kind: 'unreachable',
  });
  expect(Date.now() - started).toBeLessThan(2000);
});

// Lighthouse's runs, and what to say of them: medians, as a single run varies with what else the machine does.

import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * @typedef {{ score: number | null, numericValue?: number, displayValue?: string, title: string }} Audit
 * @typedef {{ score: number | null, auditRefs: { id: string, weight: number }[] }} Category
 * @typedef {{ categories: Record<string, Category>, audits: Record<string, Audit>, runtimeError?: { message: string } }} Report
 * @typedef {{ port: number, kill(): void }} Chrome
 * @typedef {object} Tools
 * @property {(address: string, flags: object, config?: object) => Promise<{ lhr: Report }>} lighthouse
 * @property {object} desktopConfig
 * @property {(options: object) => Promise<Chrome>} launch
 * @property {() => import('vite').Connect.NextHandleFunction} compression
 */

const TIMES = [
  'first-contentful-paint',
  'largest-contentful-paint',
  'total-blocking-time',
  'cumulative-layout-shift',
  'speed-index',
];

/** @param {string} folder where they are installed @returns {Promise<Tools>} */
export async function loadLighthouse(folder) {
  const load = createRequire(join(folder, 'package.json'));
  /** @param {string} name */
  const loaded = (name) => import(pathToFileURL(load.resolve(name)).href);
  const { default: lighthouse, desktopConfig } = await loaded('lighthouse');
  const { launch } = await loaded('chrome-launcher');
  return { lighthouse, desktopConfig, launch, compression: load('compression') };
}

/**
 * @param {Tools} tools
 * @param {{ address: string, preset: 'mobile' | 'desktop', runs: number, chromePath: string }} options
 * @returns {Promise<{ scores: Record<string, number>, times: string[], faults: string[] }>} scores of 100, by category;
 *   times as Lighthouse words them; what cost points in the last run
 */
export async function measure({ lighthouse, desktopConfig, launch }, { address, preset, runs, chromePath }) {
  /** @type {Report[]} */
  const reports = [];
  for (let run = 0; run < runs; run++) {
    // A new one each time: nothing is left of the run before.
    const chrome = await launch({
      chromePath,
      chromeFlags: ['--headless=new', '--no-sandbox', '--disable-background-networking'],
    });
    try {
      const config = preset === 'desktop' ? desktopConfig : undefined;
      const { lhr } = await lighthouse(address, { port: chrome.port, logLevel: 'error' }, config);
      if (lhr.runtimeError) throw new Error(`Lighthouse: ${lhr.runtimeError.message}`);
      reports.push(lhr);
    } finally {
      chrome.kill();
    }
  }
  const scores = Object.keys(reports[0]?.categories ?? {}).map((name) => [
    name,
    Math.round(100 * median(reports.map(({ categories }) => categories[name]?.score ?? 0))),
  ]);
  const times = TIMES.map((id) => {
    const sorted = reports
      .flatMap(({ audits }) => audits[id] ?? [])
      .sort((a, b) => (a.numericValue ?? 0) - (b.numericValue ?? 0));
    return sorted[sorted.length >> 1]?.displayValue ?? '';
  });
  return { scores: Object.fromEntries(scores), times, faults: listFaults(reports.at(-1)) };
}

/** @param {Report | undefined} report */
function listFaults(report) {
  const counted = Object.values(report?.categories ?? {}).flatMap(({ auditRefs }) => auditRefs);
  return counted.flatMap(({ id, weight }) => {
    const { score = null, title = '', displayValue = '' } = report?.audits[id] ?? {};
    return weight > 0 && score !== null && score < 1 ? [`  ${id} ${score}: ${title} ${displayValue}`] : [];
  });
}

/** @param {number[]} values */
const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

// Lighthouse's runs, and what to say of them: medians, as a single run varies with what else the machine does.

import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * @typedef {{ score: number | null, numericValue?: number, displayValue?: string, title: string }} Audit
 * @typedef {{ score: number | null, auditRefs: { id: string, weight: number }[] }} Category
 * @typedef {{ categories: Record<string, Category>, audits: Record<string, Audit>, environment: { benchmarkIndex: number }, runtimeError?: { message: string } }} Report
 * @typedef {{ port: number, kill(): void }} Chrome
 * @typedef {object} Tools
 * @property {(address: string, flags: object, config?: object) => Promise<{ lhr: Report }>} lighthouse
 * @property {{ settings: { throttling: object } }} defaultConfig
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
  const { default: lighthouse, defaultConfig, desktopConfig } = await loaded('lighthouse');
  const { launch } = await loaded('chrome-launcher');
  return { lighthouse, defaultConfig, desktopConfig, launch, compression: load('compression') };
}

/**
 * How many times slower than this machine a mid-tier phone is: four times only where the machine is as fast as Lighthouse
 * takes for granted. From the calculator that its guide to throttling names.
 * @param {Tools} tools
 * @param {{ address: string, chromePath: string }} options
 * @returns {Promise<{ slowdown: number, index: number }>} `index`: Lighthouse's benchmark of this machine
 */
export async function calibrate(tools, options) {
  const { environment } = await run(tools, { ...options, flags: { onlyCategories: ['seo'] } });
  const index = environment.benchmarkIndex;
  const slowdown =
    index >= 1300
      ? 3 + (index - 1300) / 233
      : index >= 800
        ? 2 + (index - 800) / 500
        : 1 + (index - 150) / 650;
  return { slowdown: Math.max(1, slowdown), index };
}

/**
 * @param {Tools} tools
 * @param {{ address: string, preset: 'mobile' | 'desktop', slowdown: number, runs: number, chromePath: string }} options
 * @returns {Promise<{ scores: Record<string, number>, times: string[], faults: string[] }>} scores of 100, by category;
 *   times as Lighthouse words them; what cost points in the last run
 */
export async function measure(tools, { address, preset, slowdown, runs, chromePath }) {
  const isPhone = preset === 'mobile';
  const { throttling } = tools.defaultConfig.settings;
  const flags = isPhone ? { throttling: { ...throttling, cpuSlowdownMultiplier: slowdown } } : {};
  const config = isPhone ? undefined : tools.desktopConfig;
  /** @type {Report[]} */
  const reports = [];
  for (let i = 0; i < runs; i++) reports.push(await run(tools, { address, chromePath, flags, config }));
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

/**
 * In a new browser: nothing is left of the run before.
 * @param {Tools} tools
 * @param {{ address: string, chromePath: string, flags: object, config?: object | undefined }} options
 */
async function run({ lighthouse, launch }, { address, chromePath, flags, config }) {
  const chrome = await launch({
    chromePath,
    chromeFlags: ['--headless=new', '--no-sandbox', '--disable-background-networking'],
  });
  try {
    const { lhr } = await lighthouse(address, { port: chrome.port, logLevel: 'error', ...flags }, config);
    if (lhr.runtimeError) throw new Error(`Lighthouse: ${lhr.runtimeError.message}`);
    return lhr;
  } finally {
    chrome.kill();
  }
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

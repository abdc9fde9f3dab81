// What npm's audit says, in sentences; and whether it says anything at all.

const SEVERE = ['critical', 'high'];
const LEVELS = [...SEVERE, 'moderate', 'low', 'info'];

/**
 * @typedef {{ name: string, severity: string, range: string, via: readonly (string | { title: string })[] }} Fault
 * @typedef {{ vulnerabilities?: Record<string, Fault>, statusCode?: number }} Answer
 * @typedef {{ code: 0 | 1 | 2, lines: string[] }} Judgement `code` to end with: 1 for severe faults, 2 when nothing is known
 */

/** @param {string} stdout of `npm audit --json` @returns {Judgement} */
export function judgeAudit(stdout) {
  const { vulnerabilities, statusCode } = read(stdout);
  if (!vulnerabilities) {
    const status = statusCode === undefined ? '' : ` (it answered ${statusCode})`;
    return {
      code: 2,
      lines: [
        `✗ The npm registry in use did not say which packages have known faults${status}.`,
        '  So nothing is known either way. Run npm run audit where the registry keeps such a list, as npm’s own does.',
      ],
    };
  }
  const faults = Object.values(vulnerabilities).sort(
    (a, b) => LEVELS.indexOf(a.severity) - LEVELS.indexOf(b.severity),
  );
  const severe = faults.filter(({ severity }) => SEVERE.includes(severity));
  return {
    code: severe.length > 0 ? 1 : 0,
    lines: [
      ...faults.map(describe),
      ...(severe.length > 0
        ? [
            `✗ Severe faults are known in ${severe.length} of the packages that the page is made of, listed above.`,
            '  Take versions without them, and run npm test.',
          ]
        : [`✓ No severe fault is known in what the page is made of (${faults.length} lesser ones).`]),
    ],
  };
}

/** @param {Fault} fault */
function describe({ name, severity, range, via }) {
  const reasons = via.map((cause) => (typeof cause === 'string' ? `through ${cause}` : cause.title));
  return `${severity}: ${name} ${range}: ${reasons.join('; ')}`;
}

/** @param {string} stdout @returns {Answer} */
function read(stdout) {
  try {
    return JSON.parse(stdout);
  } catch {
    return {};
  }
}

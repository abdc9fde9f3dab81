import { describe, expect, test } from 'vitest';
import { judgeAudit } from '../../../scripts/lib/auditAnswer.mjs';

const fault = (name: string, severity: string) => ({
  [name]: { name, severity, range: '<1.2.3', via: ['other', { title: 'Reads what it should not' }] },
});
const judge = (...faults: Record<string, unknown>[]) =>
  judgeAudit(JSON.stringify({ auditReportVersion: 2, vulnerabilities: Object.assign({}, ...faults) }));

describe('an audit', () => {
  test('without faults is passed, and with lesser ones, which are said', () => {
    expect(judge()).toEqual({
      code: 0,
      lines: ['✓ No severe fault is known in what the page is made of (0 lesser ones).'],
    });
    const { code, lines } = judge(fault('a', 'low'), fault('b', 'moderate'));
    expect(code).toBe(0);
    expect(lines[0]).toBe('moderate: b <1.2.3: through other; Reads what it should not');
  });

  test.each(['high', 'critical'])('with a %s fault is not, and the worst is said first', (severity) => {
    const { code, lines } = judge(fault('a', 'low'), fault('b', severity));
    expect(code).toBe(1);
    expect(lines[0]).toContain(`${severity}: b`);
  });

  test.each(['{"statusCode":405,"message":"no"}', '{"error":{"code":"ENOAUDIT"}}', '', 'no network'])(
    'that says nothing is no clean bill: %s',
    (stdout) => {
      const { code, lines } = judgeAudit(stdout);
      expect(code).toBe(2);
      expect(lines.join(' ')).toContain('nothing is known either way');
    },
  );
});

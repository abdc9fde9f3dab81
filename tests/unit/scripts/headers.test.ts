// One place for headers: what hosts read from files says the same, in their words.

import { describe, expect, test } from 'vitest';
import { headersFile, nginxConfig } from '../../../scripts/lib/headerFiles.mjs';
import { cacheControl, HEADERS, META_POLICY } from '../../../scripts/lib/headers.mjs';

describe('the policy', () => {
  const policy = HEADERS['Content-Security-Policy'] ?? '';

  test('begins with nothing, and opens no door to other servers, to inline code or to texts that become code', () => {
    expect(policy.startsWith("default-src 'none'; ")).toBe(true);
    expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/);
    expect(policy).toContain("connect-src 'self'");
    expect(policy).toContain("require-trusted-types-for 'script'");
  });

  test('is the meta element’s, with what only a header can say', () => {
    expect(policy).toBe(`${META_POLICY}; frame-ancestors 'none'`);
  });

  test('the camera is all that may be asked for', () => {
    const allowed = (HEADERS['Permissions-Policy'] ?? '').split(', ').filter((rule) => !rule.endsWith('=()'));
    expect(allowed).toEqual(['camera=(self)']);
  });
});

describe('_headers', () => {
  const pages = ['index.html', 'examples/embed/index.html'];
  /** By path, as Netlify and Cloudflare read it. */
  const rules = new Map(
    headersFile(pages)
      .trim()
      .split('\n\n')
      .map((block) => {
        const [path = '', ...lines] = block.split('\n');
        const pairs = lines.map((line) => /^ {2}([\w-]+): (.+)$/.exec(line)?.slice(1) ?? [line, '?']);
        return [path, Object.fromEntries(pairs) as Record<string, string>] as const;
      }),
  );

  test('has all headers for all files', () => {
    expect(rules.get('/*')).toEqual(HEADERS);
  });

  test('says of each file once how long it may be kept, as rules that overlap are added up', () => {
    expect(rules.get('/*')).not.toHaveProperty('Cache-Control');
    const others = [...rules].filter(([path]) => path !== '/*');
    for (const [path, headers] of others)
      expect(headers).toEqual({ 'Cache-Control': cacheControl(path.replace('*', 'a.js')) });
    for (const path of ['/', '/sw.js', '/app.webmanifest', '/assets/*', ...pages.map((page) => `/${page}`)])
      expect(rules.has(path), path).toBe(true);
  });

  test('has no line that Cloudflare cuts', () => {
    for (const line of headersFile(pages).split('\n')) expect(line.length).toBeLessThan(2000);
  });
});

test('nginx has all headers, once for the whole server, as a block inside would begin anew', () => {
  const config = nginxConfig({ port: 8080, folder: '/srv/page' });
  const added = [...config.matchAll(/^ {2}add_header ([\w-]+) "(.*)" always;$/gm)].map(([, name, value]) => [
    name,
    value,
  ]);
  expect(Object.fromEntries(added)).toEqual(HEADERS);
  expect(config.match(/^ {4,}add_header/gm)).toBeNull();
  // A quotation mark or a dollar sign would end or change a value there.
  expect(Object.values(HEADERS).join('')).not.toMatch(/["$]/);
  expect(config).toContain(`default "${cacheControl('/index.html')}";`);
  expect(config).toContain(`"~^/assets/" "${cacheControl('/assets/a.js')}";`);
});

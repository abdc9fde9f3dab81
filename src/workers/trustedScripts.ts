// The one door for addresses that become code. With Trusted Types, a rule of the page's Content-Security-Policy, a browser
// starts no worker and sets no service worker up from a plain text that this file has not let through.

/** What is missing from TypeScript's own types. */
interface Policies {
  createPolicy(name: string, rules: { createScriptURL(address: string): string | null }): unknown;
}

/**
 * To be called before the first worker is started. Of the name `default`, because `new Worker(new URL(...))` has to stay as
 * Vite reads it; nothing is let through for HTML or for code, so those stay forbidden.
 * @param base address of the page's folder, ending in a slash
 */
export function trustOwnScripts(base: string): void {
  const { trustedTypes } = globalThis as { trustedTypes?: Policies };
  trustedTypes?.createPolicy('default', {
    createScriptURL: (address) => (isOwnScript(address, base) ? address : null),
  });
}

/** Built files, and the service worker: nothing else on the same server, whatever else it may serve. */
export function isOwnScript(address: string, base: string): boolean {
  const { href } = new URL(address, base);
  return href.startsWith(base) && /^(assets\/[\w.-]+\.js|sw\.js)$/.test(href.slice(base.length));
}

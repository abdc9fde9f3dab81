// Keys for photos, projects and tabs that no session has given before: what is saved outlives the page.

/** Not crypto.randomUUID, which pages without https lack. */
export function newKey(kind: 'photo' | 'project' | 'tab'): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return `${kind}-${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

// The page could not be put together. Said without any of it, as there may be nothing else to say it with.

export function sayNotStarted(error: unknown): void {
  const reason = error instanceof Error ? error.message : String(error);
  const words = document.createElement('p');
  words.setAttribute('role', 'alert');
  words.textContent = `Binsight could not be started (${reason}). Check the connection, then reload the page; if that does not help, update the browser. What was saved here is still there.`;
  const reload = document.createElement('button');
  reload.textContent = 'Reload the page';
  reload.addEventListener('click', () => location.reload());
  document.getElementById('root')?.replaceChildren(words, reload);
}

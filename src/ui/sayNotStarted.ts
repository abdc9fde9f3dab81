// The page could not be put together. The words for it stand in index.html, as there may be nothing else to say it with.

export function sayNotStarted(error: unknown): void {
  const said = document.querySelector<HTMLElement>('.late');
  if (!said) return;
  said.dataset.known = '';
  const reason = document.createElement('p');
  reason.textContent = error instanceof Error ? error.message : String(error);
  const alert = said.querySelector('[role="alert"]');
  const anew = alert?.cloneNode(true) as Element | undefined;
  if (!alert || !anew) return;
  anew.append(reason);
  // What has been there all the time is not read out.
  alert.replaceWith(anew);
}

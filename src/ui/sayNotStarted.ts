// The page could not be put together. The words for it stand in index.html, as there may be nothing else to say it with.

export function sayNotStarted(error: unknown): void {
  const said = document.querySelector<HTMLElement>('.late');
  if (!said) return;
  said.dataset.known = '';
  const alert = said.querySelector('[role="alert"]');
  const reason = document.createElement('p');
  reason.textContent = error instanceof Error ? error.message : String(error);
  // Put there anew: what has been there is not read out.
  alert?.replaceWith(alert.cloneNode(true));
  said.querySelector('[role="alert"]')?.append(reason);
}

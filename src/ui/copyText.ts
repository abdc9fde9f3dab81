/** @throws where there is no clipboard, as on pages without https, or it is not allowed */
export async function copyText(text: string): Promise<void> {
  const { clipboard } = navigator as Partial<Navigator>;
  if (!clipboard) throw new Error('no clipboard');
  await clipboard.writeText(text);
}

// Which labels bins may have. The same rules as in store/project.ts, whose code this room may not run; a test holds
// them together.

/** Folders of this name hold photos for the tray. */
export const isTestName = (name: string): boolean => name.trim().toLowerCase() === 'test';

/** The word for photos of no bin's kind. */
const isNoVerdict = (label: string): boolean => label.trim().toLowerCase() === 'neither';

export const isReservedLabel = (label: string): boolean => isTestName(label) || isNoVerdict(label);

/** The label for a bin made from a folder. */
export function labelFromFolder(folder: string): string {
  const label = folder.trim();
  return isNoVerdict(label) ? `${label} (bin)` : label;
}

/** Labels that differ in case alone are one. */
export const foldLabel = (label: string): string => label.trim().toLowerCase();

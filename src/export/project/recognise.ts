// How a project's own file is told from others of its name, before it is read with care. Small enough for the page.

export const PROJECT_FILE = 'project.json';
export const PROJECT_FORMAT = 'binsight-project';

/** Bytes of project.json. 10,000 photos take some 4 MB. */
export const MOST_DOCUMENT_BYTES = 8 * 1024 * 1024;

const CLAIM = new RegExp(`"format"\\s*:\\s*"${PROJECT_FORMAT}"`);

/**
 * Does it say of itself that it is a Binsight project? Many programs have a project.json; what is wrong with one that
 * claims to be ours, readProject says.
 */
export async function claimsToBeProject(file: Blob): Promise<boolean> {
  if (file.size > MOST_DOCUMENT_BYTES) return false;
  // One that cannot be read is no claim; as a file among others it will be said to be unreadable.
  return CLAIM.test(await file.text().catch(() => ''));
}

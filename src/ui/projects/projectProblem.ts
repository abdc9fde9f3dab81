// Why a project file was not opened: in one sentence the file, the cause and the remedy.

import type { BinsightError, ErrorCode, ErrorDetail } from '../../core/errors.ts';
import { size } from '../saving/savingSentences.ts';

type FileCode = Exclude<Extract<ErrorCode, `archive-${string}` | `project-${string}`>, 'archive-no-room'>;

const AGAIN = 'Copy or download it again.';
const REPACK = 'Unpack it, pack it again as a plain zip, and open that.';
const FROM_TRUSTED = 'Take a copy from somebody you trust.';
const BY_HAND = 'Take another copy; or drop the folders of photos in it (a zip has to be unpacked for that).';
const LESS = 'Make it smaller: take photos out of it (a zip has to be unpacked for that, and packed again).';

/** Every code that a file from outside can end with: a new one is missed by the type check. */
const CAUSES: Readonly<Record<FileCode, (detail: ErrorDetail) => string>> = {
  'archive-not-a-zip': () =>
    'it is no zip file, whatever its name says. Choose one that “Project file” made here: its name ends in .binsight.zip.',
  'archive-damaged': ({ entry }) => `${inside(entry, 'it')} is damaged or cut short. ${AGAIN}`,
  'archive-unreadable': () => 'it was moved, changed or deleted meanwhile. Choose it again.',
  'archive-encrypted': () =>
    'it is locked with a password. Unpack it, pack it again without one, and open that.',
  'archive-unsupported': ({ entry }) =>
    `${inside(entry, 'it')} is packed in a way that this page does not know. ${REPACK}`,
  'archive-path': ({ entry }) =>
    `a file in it would be unpacked to a place outside of its folder (${entry}), as no honest file is. ${FROM_TRUSTED}`,
  'archive-link': ({ entry }) =>
    `${inside(entry, 'a file in it')} is only a link to something else. ${REPACK}`,
  'archive-twins': ({ entry, twin }) =>
    `two files in it have the same name to some computers (${entry}${twin === entry ? '' : `, ${twin}`}). Unpack it, rename one, pack it again, and open that.`,
  'archive-too-many': ({ limit }) => `it holds more than ${count(limit)} files. ${LESS}`,
  'archive-too-large': ({ entry, limit }) =>
    `${inside(entry, 'all that is in it')} has more than ${size(Number(limit))} when unpacked. ${LESS}`,
  'archive-ratio': ({ entry, limit }) =>
    `${inside(entry, 'a file in it')} grows to more than ${count(limit)} times its size when unpacked, as files do that are made to fill a disk. ${FROM_TRUSTED}`,
  'project-not-one': () =>
    'it holds no project.json of Binsight, so it is no project file. To use photos in it, unpack it and drop its folders.',
  'project-newer': () =>
    'a newer version of Binsight made it. Reload this page to get that version, or open the file where it was made.',
  'project-invalid': ({ reason }) => `its project.json is not as Binsight writes it (${reason}). ${BY_HAND}`,
  'project-photo-missing': ({ photo, count: missing }) =>
    `${photo}${Number(missing) > 1 ? ` and ${Number(missing) - 1} more photos` : ''} should be in it but ${Number(missing) > 1 ? 'are' : 'is'} not. ${BY_HAND}`,
};

/** @param file its name */
export const projectProblem = (file: string, { code, detail }: BinsightError): string =>
  `${file} was not opened, and nothing was changed: ${isFileCode(code) ? CAUSES[code](detail) : other(code, detail)}`;

const isFileCode = (code: ErrorCode): code is FileCode => code in CAUSES;

function other(code: ErrorCode, { seconds, reason }: ErrorDetail): string {
  if (code === 'worker-timeout') return `it took longer than ${seconds} s. Close other pages, and try again.`;
  if (code === 'worker-missing')
    return 'a part of this page could not be fetched. Check the connection, and try again.';
  return `something went wrong inside this page (${code}${reason ? `: ${reason}` : ''}). Try again, or reload the page.`;
}

const inside = (entry: string | number | undefined, otherwise: string): string =>
  entry === undefined ? otherwise : `${entry} in it`;

const count = (value: string | number | undefined): string => Number(value).toLocaleString('en-GB');

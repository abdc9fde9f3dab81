// Every sentence on the page, in English. To translate it, copy this file: the type check names what is missing. What
// takes values is a function, so that a language may put them where it wants; `<strong>` and the like stay as they are.

import type { ReactNode } from 'react';
import type { ErrorCode } from '../../core/errors.ts';
import type { FileCode, NetworkCode, PhotoCode, Sentences } from './errorSentences.ts';
import type { TakenKind } from '../takeAway/useExport.ts';
import type { PushNumbers } from '../why/pushes.ts';
import type { Comparison } from '../why/reasons.ts';
import type { Probable } from '../why/sureness.ts';
import { capital, namesIn, type Phrase, phrase } from './phrase.ts';

type Taken = TakenKind | 'aside';

/** One for each of the codes, and `other`. */
const sentences = <Code extends ErrorCode>(texts: Sentences<Code>) => texts;

const photos = (count: number): string => (count === 1 ? '1 photo' : `${count} photos`);

/** How numbers are written, and their units. Digits come ready, such as `1.04`, `<1` or `12`. */
const numbers = {
  decimal: '.',
  percent: (share: string) => `${share} %`,
  milliseconds: (count: string) => `${count} ms`,
  megabytes: (count: string) => `${count} MB`,
  gigabytes: (count: string) => `${count} GB`,
  lessThanSecond: 'less than a second',
  aboutSeconds: (count: number) => `about ${count} s`,
  aboutMinutes: (count: number) => `about ${count} min`,
};

/** Words that several places use. */
const common = {
  photos,
  /** @param more how many are not named */
  list: (names: readonly string[], more: number): string => {
    if (more > 0) return `${names.join(', ')} and ${more} more`;
    return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
  },
  /** What a photo is called that fits no bin. */
  neither: 'neither',
  /** Where photos lie that are to be judged, and a bin that is no more. */
  tray: 'the tray',
  someBin: 'a bin',
  /** The side of a boundary that is no single bin. */
  others: 'the others',
  /** One of ImageNet's 1000 classes, or a channel of the network, whose name is not known. */
  classNumber: (index: number) => `class ${index}`,
  channelNumber: (index: number) => `channel ${index}`,
  precisions: { uint8: '8-bit', float16: '16-bit', float32: '32-bit' },
  backends: { webgpu: 'WebGPU', webgl: 'WebGL', wasm: 'WASM', cpu: 'plain JavaScript' },
};

/** The page's head, its two lists, its status bar, photos and their menus. */
const page = {};

/** What went wrong with a photo, with the network, with learning; and the notices in the corner. */
const problems = {
  // Facts come as they are called in src/core/errors.ts; sizes are ready to be read.

  /** Why a photo cannot be used, and what to do. The tile or list names the file. */
  photo: sentences<PhotoCode>({
    'photo-empty': () => 'The file is empty (0 bytes). Copy it again from where it came from.',
    'photo-unreadable': () => 'The file could not be read: it was moved, changed or deleted. Drop it again.',
    'photo-lost': () =>
      'The photo is no longer in this browser’s storage: it was cleared. Drop the photo again.',
    'photo-damaged': () =>
      'What this browser has kept of the photo is damaged. Remove it, and drop the photo again.',
    'photo-svg': () => 'An SVG drawing has no pixels of its own. Save it as PNG and drop that.',
    /** Found: PostScript, PDF, ZIP, gzip, HTML, XML, video, audio or text, or nothing that is known. */
    'photo-not-an-image': ({ found }) =>
      `This is ${found ? `${/^[aeiou]|^HTML|^XML|^MP|^SVG/i.test(String(found)) ? 'an' : 'a'} ${found} file` : 'no photo'}, whatever its name says. Drop a JPEG, PNG, WebP, AVIF, GIF or BMP.`,
    'photo-unsupported': ({ type }) =>
      `This browser cannot read ${type} photos. Save it as JPEG and drop that.`,
    'photo-truncated': () => 'The file is cut short: its end is missing. Copy or download it again.',
    'photo-undecodable': () =>
      'The file is damaged: this browser cannot decode it. Open and save it anew, or take another copy.',
    'photo-too-many-pixels': ({ width, height }) =>
      `It has ${width} × ${height} pixels, more than 100 megapixels. Save it smaller; 300 × 300 is plenty.`,
    'photo-too-large': ({ size }) =>
      `The file has ${size}; more than 256 MB is not read. Save it smaller.`,
    'worker-timeout': ({ seconds }) =>
      `It took longer than ${seconds} s. Try it again, or save it smaller.`,
    other: ({ code, reason }) =>
      `Something went wrong inside this page (${code}${reason ? `: ${reason}` : ''}). Try it again.`,
  }),
  photoOfZeros: 'The file is damaged: it begins with nothing but zeros. Copy it again.',

  /** The same in a word or two, for a small tile. */
  shortPhoto: sentences<PhotoCode>({
    'photo-empty': () => 'empty file',
    'photo-unreadable': () => 'not readable',
    'photo-lost': () => 'no longer here',
    'photo-damaged': () => 'damaged copy',
    'photo-svg': () => 'SVG drawing',
    'photo-not-an-image': () => 'no photo',
    'photo-unsupported': ({ type }) => `${type} file`,
    'photo-truncated': () => 'cut short',
    'photo-undecodable': () => 'damaged',
    'photo-too-many-pixels': () => 'too large',
    'photo-too-large': () => 'too large',
    'worker-timeout': () => 'took too long',
    other: () => 'failed',
  }),

  /** Why the network is not there, and what to do. */
  network: sentences<NetworkCode>({
    'model-missing': () => 'The weights of Inception v1 are not on this server.',
    'model-network': ({ file, status }) =>
      `${file} could not be fetched (${status}). Check the connection and try again.`,
    'model-checksum': ({ file }) =>
      `${file} is damaged: its SHA-256 is not the expected one. Fetch it again; on the server, delete public/models/inception-v1/manifest.json and run npm start.`,
    'model-file-missing': ({ file }) =>
      `${file} is missing. Give all files of the prepared folder together.`,
    'model-no-files': ({ file }) =>
      `There is no manifest.json with its .bin files among these, and no bvlc_googlenet.caffemodel (but ${file}).`,
    'model-unknown': ({ file }) =>
      `${file} is not from a model that this version of Binsight prepares. Run npm run prepare-model again.`,
    'model-not-caffemodel': ({ reason }) => `This is not bvlc_googlenet.caffemodel: ${reason}.`,
    'model-not-kept': () =>
      'This browser does not let the page store the model (its storage is full or switched off). Free some space, or use a window that is not private.',
    'backend-none': ({ tried }) =>
      `No way of computing works in this browser (${tried}). Update the browser, or try another.`,
    'worker-timeout': ({ seconds }) =>
      `Starting the network took longer than ${seconds} s. Try again, or take another browser.`,
    other: ({ code, reason }) =>
      `The network could not be started (${code}${reason ? `: ${reason}` : ''}). Check the connection and try again.`,
  }),

  /** Why nothing could be learned, and what to do. */
  training: sentences<'train-indistinct' | 'worker-timeout'>({
    'train-indistinct': () =>
      'Nothing to tell apart: to the network, the photos in the bins look the same. Put other photos into one of them.',
    'worker-timeout': ({ seconds }) =>
      `Learning took longer than ${seconds} s. Take some photos out of the bins.`,
    other: ({ code }) => `Learning failed (${code}). Move or remove a photo to try again.`,
  }),
  /** @param count photos that lie in more than one bin */
  twins: (count: number) =>
    count === 1
      ? 'Nothing to tell apart: 1 photo lies in more than one bin, and the bins cancel out. Take it out of one.'
      : `Nothing to tell apart: ${count} photos lie in more than one bin, and the bins cancel out. Take them out of one.`,

  /** Part of what is said of photos left out is missing, and why. */
  evaluation: sentences<'worker-timeout'>({
    'worker-timeout': ({ seconds }) =>
      `Not all of this could be worked out: it took longer than ${seconds} s. Add, move or take out a photo to try again.`,
    other: ({ code }) =>
      `Not all of this could be worked out: its worker failed (${code}). Add, move or take out a photo to try again.`,
  }),

  // Below a bin: its photos that cannot be used.
  unusable: 'Photos that cannot be used',
  areUnusable: (count: number) => `${photos(count)} cannot be used.`,
  removeThem: (count: number) => (count === 1 ? 'Remove it' : 'Remove them'),
  why: 'Why',
  reason: (photo: string, why: string) => (
    <>
      <b>{photo}</b>: {why}
    </>
  ),
  ofPhoto: (photo: string, why: string) => `${photo}: ${why}`,

  /** The network's weights are not there: across the page's head. */
  model: {
    checking: 'Checking the files…',
    missing: 'The network is missing: the weights of Inception v1 are not on this server.',
    remedy: (
      <>
        Your photos wait meanwhile. Whoever runs this server: <code>npm start</code> with a connection fetches
        the weights. Or give them to this page: drop the prepared folder (<code>manifest.json</code> with its{' '}
        <code>.bin</code> files) or the published <code>bvlc_googlenet.caffemodel</code> anywhere here. Every
        byte is checked, and kept in this browser for next time.
      </>
    ),
    files: 'Choose files',
    folder: 'Choose folder',
    again: 'Try again',
  },

  /** In the corner. Names come as a list, with how many there are. */
  notices: {
    dismiss: 'Dismiss',
    opening: (file: string) => `Opening ${file}…`,
    alreadyThere: (names: string, count: number, place: string) =>
      count === 1
        ? `${names} is already in ${place}, so it was not added again.`
        : `${names} are already in ${place}, so they were not added again.`,
    noPhotosIn: (names: string) =>
      `No photos in ${names}. Drop JPEG, PNG, WebP, AVIF, GIF or BMP files, or folders of them.`,
    nothingDropped:
      'Nothing to use in that drop. Drop photo files or folders; a picture from another page may have to be saved first.',
    leftOut: (names: string, count: number) =>
      `Left out, because ${count === 1 ? 'it is not a photo' : 'they are not photos'}: ${names}.`,
    unreadable: (names: string) =>
      `${names || 'That folder'} could not be read. Drop its photos themselves, or choose them with the button.`,
    noClassNames:
      'The names of ImageNet’s classes could not be fetched, so numbers stand for them. Reload the page to try again.',
    noLanguage: 'That language could not be fetched. Check the connection and try again.',
    modelNotNeeded: 'The network is loaded already, so those files were not needed.',
    samplesFailed: 'The sample cars could not be fetched. Check the connection and try again.',
    drawnSamples:
      'The talk’s photos are not on this server, so here are cars that we drew. They work the same way.',
    openElsewhere:
      'Nothing was changed: another tab has this project open. Press Take over to work on it here.',
    deleted: (project: string, days: number) =>
      `“${project}” was deleted. Undo brings it back, and for ${days} days so does Projects, under Recently deleted.`,
    deletedUnsaved: (project: string, count: number) =>
      `“${project}” was deleted. Undo brings it back as long as this page is open; ${photos(count)} of it ${count === 1 ? 'is' : 'are'} saved nowhere else.`,
    /** @param what of which projects: a list of the next two */
    setAside: (what: string) =>
      `Saved earlier, but not readable any more: ${what}. The rest is here. What cannot be read was set aside as it was: Projects, Set aside hands it out.`,
    asideProject: (project: string) => `“${project}”`,
    /** @param parts a list of the next three */
    asideParts: (parts: string, project: string) => `${parts} of “${project}”`,
    asidePhotos: photos,
    asideBins: (count: number) => (count === 1 ? 'a bin' : `${count} bins`),
    asideSettings: 'the settings',
    newerProjects: (names: string, count: number) =>
      `A newer version of Binsight has saved ${names}, so this one leaves ${count === 1 ? 'it' : 'them'} alone. Reload the page to get that version.`,
    photosWait: (count: number) =>
      `Another tab has changed this project meanwhile. ${count === 1 ? '1 photo that is not saved waits' : `${count} photos that are not saved wait`} here: press Take over to add ${count === 1 ? 'it' : 'them'}.`,
    projectGone: (project: string) =>
      `“${project}” is no longer in this browser’s storage. If you have a project file of it, open that.`,
    neverSaved: (project: string, names: string, count: number) =>
      `The page was closed before ${photos(count)} of “${project}” ${count === 1 ? 'was' : 'were'} saved: ${names}. Drop ${count === 1 ? 'it' : 'them'} again.`,
    exportWithout: (file: string, names: string, count: number) =>
      `${file} was made without ${names}: what this browser has kept of ${count === 1 ? 'it is damaged or gone. Drop that photo' : 'them is damaged or gone. Drop those photos'} again, then take the project away once more.`,
    // A project file that was changed by hand; as many of these as are true, one after the other.
    openedWithout: (file: string, names: string, count: number) =>
      `${file} was opened without ${photos(count)} that ${count === 1 ? 'is' : 'are'} not in it: ${names}.`,
    changedSince: (names: string) => `Not as when the file was written: ${names}.`,
    addedSince: (names: string) => `Added to its folders since: ${names}.`,
    takenAsTheyAre: 'They were taken as they are.',
  },
};

/** Projects, saving, bringing back. */
const saving = {};

/** As in "because it ..." */
const compared = ({ noun, groups }: Comparison): Phrase => {
  const [verb, of] = noun === 'classes' ? ['looks', 'like'] : ['has', 'of what speaks for'];
  return groups.flatMap(
    ({ more, names }, i) =>
      phrase`${i === 0 ? verb : ', and'} ${more ? 'more' : 'less'} ${of} ${namesIn(names, ' and ')}`,
  );
};

/** The verdict on a photo and its reasons. */
const why = {
  heading: 'Why',
  hint: 'What pushed the verdict',
  chooseOne: 'Choose a photo to see what the network saw in it and what pushed its score.',
  notYet: 'Once two bins hold photos, this shows what pushed the verdict.',
  seen: 'In full light: the 224 × 224 pixels that the network saw.',
  photoPage: 'Photo’s page',

  heat: {
    map: 'Heat map',
    strength: 'Strength of the heat map',
    asking: 'Asking the network where the score comes from.',
    failed: 'The heat map could not be worked out: the network did not answer.',
    askAgain: 'Ask again',
    /** Of one place on the photo. */
    place: (share: string, bin: string) => `${share} towards ${bin}`,
    places: (count: number, sum: string) => `Where the score comes from: ${count} places, ${sum} together`,
    placesNote: 'With the constant, that is the score. Point at a place on the photo for its own share.',
    placesCaption: 'Share of the score per place, from the top left',
  },

  // Which bin, and why: what the photo looks like more, or less, than others do.
  reasons: {
    because: (bin: string, reasons: Comparison, arePart: boolean, against: Comparison | null): Phrase => [
      ...phrase`${capital(bin)}, because it ${compared(reasons)} than your photos do on average`,
      arePart ? ', and for many smaller reasons.' : '.',
      ...(against ? phrase` On the other side, it ${compared(against)}.` : []),
    ],
    manySmall: (bin: string, against: Comparison): Phrase =>
      phrase`${capital(bin)}, by many small pushes together. The largest ones pull the other way: it ${compared(against)} than your photos do on average.`,
    averageIsThere: (bin: string, against: Comparison): Phrase =>
      phrase`${capital(bin)}, but only because an average photo is already on that side. What it looks like pulls the other way: it ${compared(against)} than your photos do on average.`,
    noBetter: (bin: string, against: Comparison): Phrase =>
      phrase`${capital(bin)}, for want of a better one. What it looks like pulls the other way: it ${compared(against)} than your photos do on average.`,
    constantAlone: (bin: string): Phrase =>
      phrase`${capital(bin)}, by the constant alone: nothing pulls either way.`,
  },
  /** @param rule the next sentence */
  neither: (rule: string, classes: string) => (
    <>
      <strong>Neither.</strong> {rule} To ImageNet it looks like {classes}.
    </>
  ),
  neitherRule: (similarity: string, limit: string, typical: string) =>
    `The photo most like it is only ${similarity} alike; below ${limit} it counts as none of yours, which are ${typical} alike, typically.`,
  ifOneOfThem: (reasons: ReactNode) => <>If it had to be one of them: {reasons}</>,

  // How sure that is, and what that rests on.
  sure: {
    waiting: 'Working out how sure that is…',
    failed: 'How sure that is could not be worked out.',
    /** @param basis one of the next two */
    probability: ({ chance, bin, basis, wasLearned, isClose, isUnlike }: Probable) => (
      <>
        {wasLearned ? 'It learned from this photo. Had it not: ' : ''}
        <strong>{chance}</strong> {bin}
        {isClose ? ', a close call' : ''}: {basis}.
        {isUnlike ? ' But it is unlike every photo it learned from, so that says little.' : ''}
      </>
    ),
    fromEachLeftOut: (count: number) => `from ${photos(count)} left out one by one`,
    fromGroupsLeftOut: (count: number, groups: number) => `from ${photos(count)} left out in ${groups} groups`,
    tooFew: (needed: number, smallest: number) =>
      `No probability yet: every bin needs at least ${needed} photos that can be left out in turn${smallest > 0 ? `; the smallest has ${smallest}` : ''}.`,
    blind: 'No probability: left out in turn, the photos’ scores do not tell the bins apart.',
    alone: 'No probability: it is alone in its bin.',
    notOfNeither: 'No probability: those are learned from photos of your kinds alone.',
  },

  margin: {
    text: (distance: string, margin: string, isMoved: boolean) =>
      `${distance} from the boundary; margin ${margin} to either side${isMoved ? '; the threshold was moved for the bins’ sizes' : ''}`,
    none: 'No distance: this bin holds just the photos of the others, so nothing tells it apart.',
    meaning:
      'The margin is the strip along the boundary that training makes as wide as it can without too many photos in it. The ticks are the photos that it learned from.',
    thisPhoto: (score: string) => `This photo: score ${score}`,
    // The ruler, for those who do not see it.
    ruler: (score: string, from: string, to: string) =>
      `This photo’s score is ${score}; the boundary is at 0, the margin’s edges at ${from} and ${to}.`,
    range: (bin: string, least: string, most: string) => `Photos of ${bin}: from ${least} to ${most}.`,
  },

  // From the constant to the score, push by push.
  pushes: {
    classes:
      'Each of the classes pushes by its weight times how much more, or less, of it this photo has than your photos on average. Point at one for its numbers.',
    channels:
      'Each of the channels pushes by its weight times how much more, or less, of it this photo has than your photos on average. Point at one for its numbers.',
  },
  showMore: { classes: 'Show more classes', channels: 'Show more channels' },
  showFewer: { classes: 'Show fewer classes', channels: 'Show fewer channels' },
  constant: 'constant',
  constantDetail: 'The score of a photo that is just like your photos on average.',
  others: {
    classes: (count: number) => `${count} other classes`,
    channels: (count: number) => `${count} other channels`,
  },
  othersDetail: 'All the others together, most of them small.',
  score: 'score',
  /** @param detail a sentence */
  push: (term: string, value: string, detail: string) => `${term}: ${value}. ${detail}`,
  pushDetail: ({ here, average, difference, isLess, weight, value }: PushNumbers) =>
    `Here ${here}, in your photos ${average} on average: ${difference} ${isLess ? 'less' : 'more'}, times a weight of ${weight} makes ${value}.`,

  mostAlike: 'Most alike among the photos it learned from',
  /** @param weight null where it is no support vector */
  neighbour: (photo: string, bin: string, similarity: string, weight: string | null) =>
    weight === null
      ? `${photo}, in ${bin}: ${similarity} alike (1 is the same), no support vector: without it the boundary would hardly move`
      : `${photo}, in ${bin}: ${similarity} alike (1 is the same), a support vector of weight ${weight}: it holds the boundary where it is`,
};

/** How good is it? */
const evaluation = {};

/** Each thing that can be taken away: its button, and what it is for. */
const offers = {
  project: {
    name: 'Project file',
    purpose:
      'Everything, to go on with here or on another computer: a zip with a folder for each bin, the photos in it just as they came.',
  },
  bundle: {
    name: 'Model bundle',
    purpose:
      'The classifier with its network, to run without this page: an ONNX model, scripts for Python and Node, and up to ten of your photos to check that they agree with this page.',
  },
  head: {
    name: 'Classifier alone',
    purpose:
      'Only what was learned from your photos, as JSON, for programs that have Inception v1 already. No photo is in it.',
  },
  csv: {
    name: 'Table of verdicts',
    purpose:
      'A row for each test photo, for a spreadsheet: verdict, score, distance, probability, and the classes that the network saw.',
  },
  report: {
    name: 'Report',
    purpose:
      'To print or to send: photos, verdicts with their reasons, and how good it is, in one file that opens in every browser.',
  },
};

/** What a thing to take away is called where it could not be made. */
const taken = (what: Taken): string => (what === 'aside' ? 'Set aside' : offers[what].name);

/** What can be taken away, and how it comes back. */
const takeAway = {
  title: 'Take it away',
  promise: 'All of it is made in this page; nothing is sent anywhere',
  offers,

  // Why there is nothing to make yet.
  noProject: 'The project is still empty.',
  noTraining: 'Nothing has been learned yet.',
  noVerdicts: 'No test photo has been judged yet.',

  // Below its button, how far it is.
  about: (size: string) => `About ${size}.`,
  making: 'Is being made…',
  /** Of a bar that moves. */
  progress: 'is being made',
  made: (file: string, size: string) => `Made: ${file}, ${size}.`,
  notMade: 'It could not be made.',
  kilobytes: (count: number) => `${count} kB`,

  // Why it could not be made, and what to do.
  lost: (what: Taken, photo = 'A photo') =>
    `${taken(what)} could not be made: ${photo} is no longer in this browser’s storage. Remove it or drop it again, then try once more.`,
  damaged: (what: Taken, photo = 'A photo') =>
    `${taken(what)} could not be made: what this browser has kept of ${photo} is damaged. Remove it or drop it again, then try once more.`,
  moved: (what: Taken, photo = 'A photo') =>
    `${taken(what)} could not be made: ${photo} was moved, changed or deleted since it was dropped here. Drop it again, then try once more.`,
  tooMany: (what: Taken, limit: string) =>
    `${taken(what)} could not be made: a project file holds at most ${limit} photos. Take some out, or duplicate the project and halve each.`,
  tooLarge: (what: Taken, limit: string) =>
    `${taken(what)} could not be made: all photos together have more than ${limit}. Take some out, then try once more.`,
  entryTooLarge: (what: Taken, entry: string, limit: string) =>
    `${taken(what)} could not be made: ${entry} has more than ${limit}. Take some out, then try once more.`,
  noRoom: (what: Taken) =>
    `${taken(what)} could not be made: the disk, or this browser’s share of it, has no room for it. Free some space, then try once more.`,
  tooSlow: (what: Taken, seconds: number) =>
    `${taken(what)} could not be made: it took longer than ${seconds} s. Take some photos out, or try again.`,
  /** @param why whole sentences */
  noNetwork: (what: Taken, why: string) =>
    `${taken(what)} could not be made, for it needs the network: ${why}`,
  broken: (what: Taken, cause: string) =>
    `${taken(what)} could not be made: something went wrong inside this page (${cause}). Try again.`,

  back: {
    title: 'Bring it back',
    how: 'A project file opens as a project of its own; what is here stays saved. Drop it anywhere on this page, or choose it.',
    open: 'Open a project file',
    whereKept: 'Where is all this kept, and for how long?',
    kept: 'In this browser, on this computer: each change is saved as it is made, and is there again when you come back. No server has it, so no other computer does; for that there is the project file.',
  },

  snippet: {
    title: 'In a page of your own',
    name: 'Code for web developers',
    copy: 'Copy',
    copied: 'Copied.',
    /** Where a page may not copy by itself. */
    selected: (keys: string) => `Selected: press ${keys}.`,
  },
};

/** The report: a file to print or to send. */
const report = {
  title: 'Binsight report',
  documentTitle: (project: string) => `${project}: Binsight report`,
  /** In the corner of every printed page. */
  sheet: (page: string, pages: string) => `${page} of ${pages}`,
  noPicture: 'no picture',

  learned: {
    title: 'What was learned',
    from: (count: number, bins: number) => (
      <>
        Learned from <strong>{photos(count)}</strong> in {bins} bins.
      </>
    ),
    nothing: 'Nothing learned yet: give each of two bins at least one photo.',
    /** A photo that was not learned from. */
    unread: (photo: string, why: string) => `${photo}: ${why}`,
    notRead: 'not read yet',
    features: 'What it looks at',
    cost: 'Price of a mistake (C)',
    neither: '“Neither”',
    allowed: 'allowed',
    notAllowed: 'not allowed',
  },

  accuracy: {
    title: 'How good is it?',
    tooEarly: 'That was still being worked out when this was made.',
    unseen: 'So no photo was judged by a machine that knew it.',
    wrong: (actual: string, predicted: string, score: string) =>
      `in ${actual}, looks like ${predicted}, ${score} without it`,
    matrix: 'Photos by their bin and by what they look like when left out',
    isIn: 'is in',
    looksLike: 'looks like',
    right: (right: number, all: number) => (
      <>
        <strong>✓ {right}</strong> of {all}
      </>
    ),
    mistaken: (count: number, bin: ReactNode) => (
      <>
        {count} look{count === 1 ? 's' : ''} like {bin}
      </>
    ),
  },

  verdicts: {
    title: 'Verdicts',
    judged: (judged: number, others: number) =>
      others === 0 ? `${photos(judged)} judged.` : `${photos(judged)} judged, ${others} not.`,
    firstMaps: (most: number) => `Heat maps are drawn for the first ${most} alone.`,
    noMaps: 'Heat maps are left out: the network could not be asked for them.',
    fewerMaps: (without: number) =>
      `Heat maps of ${photos(without)} are left out: the network could not be asked for them.`,
    photo: 'Photo',
    verdict: 'Verdict',
    score: 'Score',
    distance: 'Distance',
    probability: 'Probability',
  },

  /** A test photo's reasons. */
  reasons: {
    map: 'Heat map on the photo',
    places: (count: number, sum: string) =>
      `${count} places, ${sum} together; with the constant, that is the score.`,
    scored: (score: string, distance: string) => `Score ${score}, distance ${distance}.`,
    likeliest: (classes: ReactNode) => <>The five likeliest of ImageNet’s 1000 classes: {classes}.</>,
    nearest: 'Most alike among the photos it learned from (1 is the same)',
  },

  /** What the numbers come from, and what they mean. */
  colophon: {
    title: 'What the numbers mean',
    /** @param sides what a score's sign says, one of the next two */
    meaning: (sides: string) =>
      `A network that knows 1000 things, Inception v1, describes each photo in numbers; a linear support vector machine puts a boundary between the bins. A score is the sum of its terms, each a weight times how much more, or less, of something the photo has than the training photos on average; the constant is the score of an average one. ${sides} The distance is the score divided by the length of the weights: how far the photo lies from the boundary, in the units of the margin. Probabilities are learned from photos that were left out, and hold for photos like those.`,
    twoBins: (below: string, above: string) => `Below 0 it speaks for ${below}, above 0 for ${above}.`,
    moreBins: 'Every bin has a boundary of its own against all the others, and the highest score wins.',
    network: (precision: string, size: string, backend: string) =>
      `Inception v1, ${precision}, ${size}, on ${backend}.`,
    model: (id: string) => `Model ${id}.`,
    made: 'Made by Binsight in the browser; no photo left it.',
  },
};

export const en = {
  /** As `<html lang>` has it. */
  tag: 'en',
  /** Whose dates, and whose large numbers. */
  locale: 'en-GB',
  numbers,
  common,
  page,
  problems,
  saving,
  why,
  evaluation,
  takeAway,
  report,
};

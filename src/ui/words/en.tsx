// Every sentence on the page, in English. To translate it, copy this file: the type check names what is missing. What
// takes values is a function, so that a language may put them where it wants; `<strong>` and the like stay as they are.

import type { ReactNode } from 'react';
import type { ErrorCode } from '../../core/errors.ts';
import type { Refusal } from '../../network/refusals.ts';
import type { CameraCode } from '../camera/cameraProblem.ts';
import type { TakenKind } from '../takeAway/useExport.ts';
import type { UnevenBins } from '../unevenBins.ts';
import type { PushNumbers } from '../why/pushes.ts';
import type { Comparison } from '../why/reasons.ts';
import type { Probable } from '../why/sureness.ts';
import type { FileCode, NetworkCode, PhotoCode, Sentences, WorkCode } from './errorSentences.ts';
import { capital, namesIn, type Phrase, phrase } from './phrase.ts';

type Taken = TakenKind | 'aside';

type BinSize = UnevenBins['small'];

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
  /** Where photos lie that are to be judged, and a bin that is no more: both follow “in”. */
  tray: 'the tray',
  someBin: 'a bin',
  /** The side of a boundary that is no single bin. */
  others: 'the others',
  /** One of ImageNet's 1000 classes, or a channel of the network, whose name is not known. */
  classNumber: (index: number) => `class ${index}`,
  channelNumber: (index: number) => `channel ${index}`,
  /** Keys, where they are not called `⌘` and `⇧`. */
  control: 'Ctrl',
  shift: 'Shift',
  precisions: { uint8: '8-bit', float16: '16-bit', float32: '32-bit' },
  backends: { webgpu: 'WebGPU', webgl: 'WebGL', wasm: 'WASM', cpu: 'plain JavaScript' },
};

/** The page's head, its two lists, its status bar, photos and their menus. */
const page = {
  name: 'Binsight',
  documentTitle: 'Binsight: teach this page to tell two piles of photos apart',
  promise: 'Teach this page to tell two piles of photos apart.',
  how: 'A network that knows 1000 things, from parrots to convertibles, describes each photo by how much it looks like each of them; from that, the page learns where your bins part. All in this page.',
  /** A page of its own, and where it is. */
  howMore: { name: 'How it works', address: './how-it-works.html' },
  /** Where nothing of the page comes: in index.html alone. */
  notStarted:
    'Binsight has not started yet. Check the connection, then reload the page; if that does not help, update the browser. What was saved here is still there.',
  reload: 'Reload the page',
  samples: 'Try the cars',
  clear: 'Clear',
  takeAway: 'Take away',
  theme: 'Light or dark',
  undo: 'Undo',
  redo: 'Redo',
  /** @param keys that do the same */
  withKeys: (what: string, keys: string) => `${what} (${keys})`,

  /** A newer version of the page has come. */
  update: {
    title: 'A newer version of Binsight is there',
    what: 'It opens by itself once every tab with Binsight has been closed. Your photos and bins stay as they are.',
    now: 'Open it now',
    later: 'Later',
  },

  /** The bins. */
  teach: {
    title: 'Teach',
    hint: 'One bin for each kind',
    folder: 'Open folder',
    aboutFolder: 'Open a folder: its subfolders become bins',
    addBin: 'Bin',
    /** Of a new one, before its number. */
    binStem: 'bin',
  },
  bin: {
    label: (bin: string) => `Bin ${bin}`,
    nameOf: (bin: string) => `Name of the bin ${bin}`,
    photos: (bin: string) => `Photos in ${bin}`,
    add: (bin: string) => `Add photos to ${bin}`,
    more: (bin: string) => `More about ${bin}`,
    takeAllOut: 'Take all photos out',
    remove: 'Remove this bin',
    drop: 'Drop photos of one kind',
    dropHint: 'or click to choose; ten are plenty',
  },

  /** What has been learned, below the bins. */
  learning: {
    addBin: 'There must be two kinds to tell apart: add a bin.',
    looking: 'Nothing learned yet: the network looks at the first photos.',
    allEmpty: 'Nothing learned yet: give each of two bins at least one photo.',
    empty: (bins: string) => `Nothing learned yet: give ${bins} a photo.`,
    now: (count: number) => `Learning from ${photos(count)}…`,
    done: (count: number, time: string) => (
      <>
        Learned from <strong>{photos(count)}</strong> in <strong>{time}</strong>.
      </>
    ),
    how: 'A linear support vector machine: of all boundaries between the bins it takes the one with the widest gap on both sides.',
    /** After it: which solver found the boundary, and why that one. */
    solvers: {
      'ml-svm+smo': 'ml-svm began, and the exact solver took it to the optimum.',
      'smo:many-photos': 'The exact solver did it alone: ml-svm is too slow for so many photos.',
      'smo:ml-svm-gave-up': 'The exact solver did it alone: ml-svm would have taken longer.',
      'smo:ml-svm-useless': 'The exact solver did it alone: ml-svm found nothing to begin with.',
    },
    /** @param sentence one of them */
    ofBoundaries: (count: number, all: number, sentence: string) =>
      `${count} of ${all} boundaries: ${sentence}`,
    notTried: 'How good that is could not be worked out; change a bin to try again.',
    trying: 'Trying it out on photos left out…',
    tooFew: 'Two photos in a bin are needed to try it out on one left out.',
    /**
     * @param groups in which photos were left out; null when it was one by one
     * @param aside one of the next two, or nothing
     */
    tried: (right: number, tried: number, groups: number | null, aside: string) => (
      <>
        Left out {groups === null ? 'one by one' : `in ${groups} groups`},{' '}
        <strong>
          {right} of {tried}
        </strong>{' '}
        come out right{aside}.
      </>
    ),
    alone: (count: number) => ` (${photos(count)}, alone in a bin, could not be left out)`,
    counted: (share: string) => `, ${share} if every bin counts alike`,
    howTried:
      'Each photo is judged by a machine that has learned from the others only. Worked out in a worker of its own; a change of the bins starts it anew.',
    howGood: 'How good is it?',
    progress: 'Photos looked at',
    /** @param left about how long that takes; null while it is not known */
    looked: (done: number, all: number, left: string | null) =>
      `${done} of ${photos(all)}${left === null ? '' : `, ${left} left`}`,
    /** Bins of very different sizes. */
    unevenMoved: (small: BinSize, large: BinSize) =>
      `${small.label} has ${photos(small.photos)}, ${large.label} ${large.photos}: more than 3 to 1. The threshold has been moved to make up for it; more photos would be better.`,
    unevenLeaning: (small: BinSize, large: BinSize) =>
      `${small.label} has ${photos(small.photos)}, ${large.label} ${large.photos}: more than 3 to 1. Verdicts lean to the larger bin; add photos to the smaller.`,
  },

  /** The test tray. */
  test: {
    title: 'Test',
    hint: 'Photos new to it',
    add: 'Add',
    addTo: 'Add photos to the test tray',
    photos: 'Test photos',
    drop: 'Drop photos to have them judged',
    dropHint:
      'or click to choose: each gets a verdict, its distance from the boundary, and what the network saw',
    numbers: 'What do the numbers mean?',
    aboutNumbers:
      'The line in the middle is the boundary. The number is the photo’s distance from it in margins, the score. The short ticks are the edges of the margin, the strip along the boundary that is as empty as training could make it. Near 0 it is a close call. Below stand the five likeliest of the 1000 things that the network knows.',
    allowNeither: 'allow “neither”',
    /** @param limit how alike a photo must be; @param typical how alike those are that were learned from */
    neither: (limit: string, typical: string) =>
      `Neither: a photo that is less than ${limit} alike to every photo it learned from (1 is the same). Those have one that is ${typical} alike, typically; the limit follows from that.`,
    neitherToCome:
      'Neither: a photo that is like none of those it learned from. Once a bin holds two photos, it is clear how alike they are.',
    likeliest: (classes: string) => `The five likeliest of ImageNet’s 1000 classes: ${classes}`,
    distance: (score: string, distance: string) =>
      `Score ${score}, distance ${distance}. The line in the middle is the boundary; the short ticks are the edges of the margin.`,
    /** Before it. */
    distanceOfNeither: 'Unlike every photo it learned from, so this says little.',
    // Why there is no verdict.
    tooFewBins: 'No verdict yet: two bins with a photo each are needed',
    noNetwork: 'Waiting for the network',
    queued: 'Waiting its turn',
    looking: 'The network is looking',
    reading: 'Reading',
    learning: 'Learning from the bins',
  },

  /** What can be done with a photo, and what else is said of it. */
  photo: {
    drag: (photo: string) => `Drag ${photo}`,
    menu: (photo: string) => `Move or remove ${photo}`,
    /** @param count of the photos that are meant; one of them is where the menu is */
    moveTo: (bin: string, count: number) => (count > 1 ? `Move ${count} photos to ${bin}` : `Move to ${bin}`),
    moveToTray: (count: number) =>
      count > 1 ? `Move ${count} photos to the test tray` : 'Move to the test tray',
    remove: (count: number) => (count > 1 ? `Remove ${count} photos` : 'Remove'),
    again: 'Try again',
    credit: 'Photographer’s page',
    /** On a tile and in a row. @param places with commas between them */
    also: (places: string) => `also: ${places}`,
    alsoIn: (places: string) => `also in ${places}`,
    isAlsoIn: (places: string) => `This photo is also in ${places}.`,
    doubt: (bin: string, score: string) =>
      `Looks like ${bin}: wrong bin? Learned without it, the others give it ${score} for ${bin}.`,
    doubtMove: (bin: string) => `${bin}?`,
    /** @param doubt the sentences above */
    aboutDoubtMove: (photo: string, doubt: string, bin: string) => `${photo}: ${doubt} Move it to ${bin}`,
    takeOut: (photo: string) => `Take ${photo} out`,
  },

  /** Why a bin, or the project, cannot be called what was typed. */
  names: {
    binEmpty: 'A bin needs a name.',
    projectEmpty: 'A project needs a name.',
    tooLong: (count: number, most: number) =>
      `${count} characters; there is room for ${most}, so take out ${count - most}.`,
    test: (name: string) =>
      `“${name}” stands for the photos to be judged, as in a project’s folders, so no bin can be called that.`,
    neither: (name: string) =>
      `“${name}” is what a photo is called that fits no bin, so no bin can be called that.`,
    taken: (name: string) => `Another bin is called “${name}” already.`,
    takenOtherwise: (name: string) =>
      `Another bin is called “${name}” already: capital letters make no difference.`,
    still: (name: string) => `It is still called “${name}”.`,
    leave: 'Leave it so',
  },

  /** The status bar. */
  status: {
    language: 'Language',
    uploaded: '0 photos uploaded',
    /** What a click on it opens. */
    uploadedPage: './privacy.html',
    aboutUploaded:
      'Photos are decoded, described and judged by this page itself. The page may only ask its own server for its own files; no request carries a photo.',
    offline: 'Ready offline',
    aboutOffline:
      'This browser has kept the page, the network’s weights and the sample photos: all of it works without a connection.',
    loading: 'Loading Inception v1',
    loaded: (loaded: string, all: string) => `Loading Inception v1: ${loaded} of ${all}`,
    starting: 'Starting Inception v1',
    progress: 'Loading the network',
    checking: 'Checking the model’s files',
    noNetwork: 'No network yet',
    network: (precision: string, size: string) => `Inception v1, ${precision}, ${size}`,
    aboutNetwork: "GoogLeNet, trained on ImageNet's 1.2 million photos; it is not trained any further here.",
  },
  backend: {
    label: (backend: string) => `Computed with ${backend}`,
    /** @param time per photo; null before the first */
    speed: (backend: string, isHalf: boolean, time: string | null) =>
      `${backend}${isHalf ? ' at half precision' : ''}${time === null ? '' : `, ${time} a photo`}`,
    title: 'What computes the network',
    fastest: 'The fastest that is right',
    fastestNow: (backend: string) => `Now ${backend}`,
    fastestTried: 'Tried on this machine, and remembered',
    trying: 'Being tried',
    inUse: 'In use',
    slow: 'Works everywhere, but slowly',
    notTried: 'Not tried',
    /** @param batch photos at once */
    time: (time: string, batch: number) => `${time} a photo${batch === 1 ? '' : `, ${batch} at once`}`,
    failed: (reason: string) => `failed at a photo (${reason})`,
    refusals: {
      'not offered by this browser': 'not offered by this browser',
      'offered by this browser, but by no GPU': 'offered by this browser, but by no GPU',
      'offered only in software': 'offered only in software',
      'only half precision': 'only half precision',
      'wrong numbers in the self-test': 'wrong numbers in the self-test',
      'not enough memory': 'not enough memory',
    } satisfies Record<Refusal, string>,
  },
};

/** A camera's live picture: what is said of it, and how photos are made of it. */
const camera = {
  title: 'Camera',
  about: 'Judge what a camera sees, and take photos for the bins with it',
  close: 'Close the camera',
  /** The key that does it. */
  escape: 'Esc',
  starting: 'Starting the camera. If the browser asks, allow it: no picture leaves this page.',
  picture: 'What the camera sees',
  notFetched: 'This part of the page could not be fetched. Check the connection.',
  again: 'Try again',

  noVerdict: 'No verdict yet',
  /** To be heard. @param verdict a bin's name, or that it is neither */
  sees: (verdict: string) => `The camera sees: ${verdict}.`,
  reasons: 'Verdict on the camera’s picture',
  teach:
    'Point it at one thing and add a few photos to one bin, from several sides; then at another thing, for another bin. From then on each frame gets a verdict.',
  /** @param rate may be below 1 */
  frames: (rate: string) => `${rate} frames a second`,
  aboutFrames:
    'As many as the network can judge, each as it comes. A frame that was judged is forgotten, and none leaves this page.',
  notSeen: 'The network did not answer. It is asked again.',

  addTo: (bin: string) => `Add to ${bin}`,
  addToTray: 'Add to test photos',
  fileName: (number: number) => `camera ${number}.png`,
  notAdded:
    'That picture could not be taken: the browser has no memory left. Close other pages and try again.',

  which: 'Which camera',
  /** One whose name the browser does not tell. */
  numbered: (number: number) => `Camera ${number}`,
  other: 'The camera of last time was not found; this is another one.',

  /** Why there is no picture, and what to do. */
  problem: {
    insecure: () =>
      'Browsers give a camera only to pages that come by https:// or from this computer itself (localhost). Open this page by such an address.',
    unsupported: () =>
      'This browser lets no page use a camera. Take a newer one, or drop photos here instead.',
    forbidden: () =>
      'This page is kept from using a camera: by a page that it is embedded in, or by a rule that its server sends (Permissions-Policy). Open it in a tab of its own, or ask whoever runs the server.',
    refused: () =>
      'The camera was not allowed. Allow it for this page, in most browsers by the sign beside the address; then try again.',
    'refused-by-system': () =>
      'The system does not let this browser use the camera. Allow it in the system’s settings, under privacy; then try again.',
    none: () => 'No camera was found. Connect one or switch it on, and it starts by itself.',
    busy: () =>
      'The camera is there but does not start: another program may be using it. Close that program, then try again.',
    stopped: () =>
      'The camera has stopped: it was unplugged, or is no longer allowed. Connect it or allow it again, then try again.',
    other: (reason: string) =>
      `The camera could not be started (${reason}). Try again; if that does not help, start the browser anew.`,
  } satisfies Record<CameraCode, (reason: string) => string>,
};

/** Of a worker's code. */
const comesByItself = 'Check the connection (it is tried again by itself), or reload the page.';

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
      `This browser cannot read ${type === 'TIFF' ? 'TIFF or camera RAW' : type} photos. Save it as an ordinary JPEG and drop that.`,
    'photo-truncated': () => 'The file is cut short: its end is missing. Copy or download it again.',
    'photo-undecodable': () =>
      'The file is damaged: this browser cannot decode it. Open and save it anew, or take another copy.',
    'photo-too-many-pixels': ({ width, height }) =>
      `It has ${width} × ${height} pixels, more than 100 megapixels. Save it smaller; 300 × 300 is plenty.`,
    'photo-too-large': ({ size }) => `The file has ${size}; more than 256 MB is not read. Save it smaller.`,
    'photo-no-canvas': () =>
      'This browser gives the page nothing to draw photos on. Update it or take another; if memory is short, close other tabs.',
    'worker-missing': () => `A part of this page could not be fetched. ${comesByItself}`,
    'worker-timeout': ({ seconds }) => `It took longer than ${seconds} s. Try it again, or save it smaller.`,
    other: ({ code, reason }) =>
      `Something went wrong inside this page (${code}${reason ? `: ${reason}` : ''}). Try it again.`,
  }),
  photoWithoutMemory: 'There was not enough memory for it. Close other tabs or programs, then try it again.',
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
    'photo-no-canvas': () => 'not drawn',
    'worker-missing': () => 'waiting',
    'worker-timeout': () => 'took too long',
    other: () => 'failed',
  }),

  /** Why the network is not there, and what to do. */
  network: sentences<NetworkCode>({
    'model-missing': () => 'The weights of Inception v1 are not on this server.',
    /** Status: a number of HTTP's, or one of the next two. */
    'model-network': ({ file, status }) =>
      `${file} could not be fetched (${status}). Check the connection and try again.`,
    'model-checksum': ({ file }) =>
      `${file} has come damaged: its SHA-256 is not the expected one. Try again; some networks put another page in its place until one has logged in. If it stays so, whoever runs this server should delete public/models/inception-v1/manifest.json and run npm start.`,
    'model-file-missing': ({ file }) => `${file} is missing. Give all files of the prepared folder together.`,
    'model-no-files': ({ file }) =>
      `There is no manifest.json with its .bin files among these, and no bvlc_googlenet.caffemodel (but ${file}).`,
    'model-unknown': ({ file }) =>
      `${file} is not from a model that this version of Binsight prepares. Run npm run prepare-model again.`,
    'model-not-caffemodel': ({ reason }) => `This is not bvlc_googlenet.caffemodel: ${reason}.`,
    'model-not-kept': () =>
      'This browser does not let the page store the model (its storage is full or switched off). Free some space, or use a window that is not private.',
    'backend-none': ({ tried }) =>
      `No way of computing works in this browser (${tried}). Update the browser, or try another.`,
    'worker-missing': () =>
      'The part of this page that runs the network could not be fetched. Check the connection and try again, or reload the page.',
    'worker-timeout': ({ seconds }) =>
      `Starting the network took longer than ${seconds} s. Try again, or take another browser.`,
    other: ({ code, reason }) =>
      `The network could not be started (${code}${reason ? `: ${reason}` : ''}). Check the connection and try again.`,
  }),

  /** @param tried how, and what came of it */
  networkWithoutMemory: (tried: string) =>
    `There is not enough memory for the network (${tried}). Close other tabs or programs, then try again.`,
  noAnswer: 'no answer',
  brokenOff: 'broken off',

  /** Why nothing could be learned, and what to do. */
  training: sentences<'train-indistinct' | WorkCode>({
    'train-indistinct': () =>
      'Nothing to tell apart: to the network, the photos in the bins look the same. Put other photos into one of them.',
    'worker-missing': () => `The part of this page that learns could not be fetched. ${comesByItself}`,
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
  evaluation: sentences<WorkCode>({
    'worker-missing': () =>
      `The part of this page that works this out could not be fetched. ${comesByItself}`,
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
    title: 'Notices',
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
      `${names} could not be read. Drop its photos themselves, or choose them with the button.`,
    /** Names that are no text: of old disks and archives. */
    unreadableNames: (count: number) =>
      count === 1
        ? 'A file in that folder has a name that this browser cannot read. Rename it, and drop it again.'
        : `${count} files in that folder have names that this browser cannot read. Rename them, and drop them again.`,
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
    photosWait: (project: string, count: number) =>
      `Another tab has changed “${project}” meanwhile. ${count === 1 ? '1 photo of it that is not saved waits' : `${count} photos of it that are not saved wait`} in this tab: open “${project}” here, and press Take over if that is offered, to add ${count === 1 ? 'it' : 'them'}.`,
    projectGone: (project: string) =>
      `“${project}” is no longer in this browser’s storage. If you have a project file of it, open that.`,
    neverSaved: (project: string, names: string, count: number) =>
      `The page was closed before ${photos(count)} of “${project}” ${count === 1 ? 'was' : 'were'} saved: ${names}. Add ${count === 1 ? 'it' : 'them'} again.`,
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

const BY_HAND = 'Take another copy; or drop the folders of photos in it (a zip has to be unpacked for that).';
const LESS = 'Make it smaller: take photos out of it (a zip has to be unpacked for that, and packed again).';
const inFile = (entry: string | number | undefined) => (entry === undefined ? null : `${entry} in it`);

/** Projects, saving, bringing back. */
const saving = {
  nameOfProject: 'Name of the project',

  /** The menu of projects. */
  projects: {
    title: 'Projects',
    thisOne: 'This project',
    make: 'New project',
    duplicate: 'Duplicate this project',
    openFile: 'Open a project file…',
    delete: 'Delete this project',
    aside: 'Set aside',
    asideCount: (count: number) => `Set aside: ${count === 1 ? '1 record' : `${count} records`}`,
    aboutAside: 'Not readable any more. Choose to download as they were, with their photos',
    open: 'Open',
    /** @param when one of `ago` */
    changed: (count: number, when: string) => `${photos(count)}, changed ${when}`,
    deleted: 'Recently deleted: choose to bring back',
    /** @param days that it is still kept */
    deletedOne: (count: number, when: string, days: number) =>
      `${photos(count)}, deleted ${when}, kept for ${days === 1 ? '1 day' : `${days} days`}`,
  },

  /** After “changed” or “deleted”. */
  ago: {
    justNow: 'just now',
    minutes: (count: number) => `${count} min ago`,
    hours: (count: number) => `${count} h ago`,
    yesterday: 'yesterday',
    days: (count: number) => `${count} days ago`,
    on: (date: string) => `on ${date}`,
  },

  /** A few words for the status bar. */
  status: {
    saving: 'Saving',
    saved: 'Saved in this browser',
    savedSize: (size: string) => `Saved in this browser, ${size}`,
    elsewhere: 'Saved by another tab',
    deleted: 'Deleted in another tab',
    not: 'Not saved',
    stranded: (count: number) => `${photos(count)} not saved`,
  },

  // What the browser grants, and what it has promised.
  usageUnknown: 'This browser does not say how much it keeps, nor for how long.',
  usage: (used: string, granted: string) =>
    `All projects together: ${used}. This browser grants the page up to ${granted}, as far as the disk has room.`,
  promised: 'It has promised to keep all of it until you clear it.',
  notPromised:
    'It has not promised to keep it: when the disk runs low, it may clear it. What matters, take away as a project file.',

  // Across the page's head: why nothing is saved, and every way to mend it.
  elsewhere:
    'This project is open in another tab, which saves it. Here you can look, but not change anything.',
  takeOver: 'Take over',
  deleted: (days: number) =>
    `This project was deleted in another tab. For ${days} days it can be brought back, also from Projects, Recently deleted.`,
  bringBack: 'Bring it back',
  notAllSaved: 'Not everything is saved: this browser’s storage is full.',
  notSaved: (count: number) =>
    `${photos(count)} ${count === 1 ? 'is' : 'are'} not saved: this browser’s storage is full.`,
  fullRemedy:
    'Everything goes on working, but they will be gone when this page closes. Take the project away as a file, or delete projects you no longer need and have them removed for good.',
  used: (size: string) => `Used so far: ${size}.`,
  clearDeleted: (count: number) =>
    `Remove ${count === 1 ? '1 deleted project' : `${count} deleted projects`} for good`,
  closeOtherTabs:
    'Another tab of Binsight is open, and may still want them. Close it, then press the button again.',
  closeUnseenTabs:
    'This browser does not tell whether another tab of Binsight is open, which may still want them. See to it that none is, then press the button again.',
  again: 'Try again',
  takeAway: 'Take the project away',
  problem: sentences<'storage-none' | 'storage-newer'>({
    'storage-none': () => 'Nothing is saved: this browser gives the page no storage.',
    'storage-newer': () => 'Nothing is saved: a newer version of Binsight has been used in this browser.',
    other: ({ code, reason }) => `Nothing is saved: this browser’s storage fails (${reason ?? code}).`,
  }),
  remedy: sentences<'storage-none' | 'storage-newer'>({
    'storage-none': () =>
      'It may be a private window, or storage may be switched off for this site. Everything works, but is gone when this page closes. Allow it, then try again; or take the project away as a file.',
    'storage-newer': () =>
      'Reload this page to get that version, or go on where it is open. What you do here is gone when this page closes, unless you take the project away as a file.',
    other: () =>
      'Everything goes on working, but what you do is gone when this page closes. Take the project away as a file, then try again, or start the browser anew.',
  }),

  /** Stands for a project's name where nothing has one. */
  folderOfProject: 'The folder of project.json',
  /** @param why one of the next */
  notOpened: (file: string, why: string) => `${file} was not opened, and nothing was changed: ${why}`,
  /** Why a project was not opened: the cause and the remedy. */
  file: sentences<FileCode>({
    'archive-not-a-zip': () =>
      'it is no zip file, whatever its name says. Choose one that “Project file” made here: its name ends in .binsight.zip.',
    'archive-damaged': ({ entry }) =>
      `${inFile(entry) ?? 'it'} is damaged or cut short. Copy or download it again.`,
    'archive-unreadable': () => 'it was moved, changed or deleted meanwhile. Choose it again.',
    'archive-encrypted': () =>
      'it is locked with a password. Unpack it, pack it again without one, and open that.',
    'archive-unsupported': ({ entry }) =>
      `${inFile(entry) ?? 'it'} is packed in a way that this page does not know. Unpack it, pack it again as a plain zip, and open that.`,
    'archive-path': ({ entry }) =>
      `a file in it would be unpacked to a place outside of its folder (${entry}), as no honest file is. Take a copy from somebody you trust.`,
    'archive-link': ({ entry }) =>
      `${inFile(entry) ?? 'a file in it'} is only a link to something else. Unpack it, pack it again as a plain zip, and open that.`,
    'archive-twins': ({ entry, twin }) =>
      `two files in it have the same name to some computers (${entry}${twin === entry ? '' : `, ${twin}`}). Unpack it, rename one, pack it again, and open that.`,
    'archive-too-many': ({ limit }) => `it holds more than ${limit} files. ${LESS}`,
    'archive-too-large': ({ entry, limit }) =>
      `${inFile(entry) ?? 'all that is in it'} has more than ${limit} when unpacked. ${LESS}`,
    'archive-ratio': ({ entry, limit }) =>
      `${inFile(entry) ?? 'a file in it'} grows to more than ${limit} times its size when unpacked, as files do that are made to fill a disk. Take a copy from somebody you trust.`,
    'project-not-one': () =>
      'it holds no project.json of Binsight, so it is no project file. To use photos in it, unpack it and drop its folders.',
    'project-newer': () =>
      'a newer version of Binsight made it. Reload this page to get that version, or open the file where it was made.',
    'project-invalid': ({ reason }) =>
      `its project.json is not as Binsight writes it (${reason}). ${BY_HAND}`,
    'project-photo-missing': ({ photo, count }) =>
      Number(count) > 1
        ? `${photo} and ${Number(count) - 1} more photos should be in it but are not. ${BY_HAND}`
        : `${photo} should be in it but is not. ${BY_HAND}`,
    'worker-missing': () => 'a part of this page could not be fetched. Check the connection, and try again.',
    'worker-timeout': ({ seconds }) => `it took longer than ${seconds} s. Close other pages, and try again.`,
    'storage-none': () => 'this browser gives the page no storage. Allow it for this site, then try again.',
    'storage-newer': () =>
      'a newer version of Binsight has been used in this browser. Reload the page to get that version.',
    'storage-failed': ({ code, reason }) =>
      `this browser’s storage fails (${reason ?? code}). Try again, or start the browser anew.`,
    other: ({ code, reason }) =>
      `something went wrong inside this page (${code}${reason ? `: ${reason}` : ''}). Try again, or reload the page.`,
  }),
};

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
    fromGroupsLeftOut: (count: number, groups: number) =>
      `from ${photos(count)} left out in ${groups} groups`,
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

/** Inside the network: what its stages find on the chosen photo, and what it dreams of it. */
const inside = {
  title: 'Look inside',
  close: 'Close',
  tryAgain: 'Try again',

  stages: 'Stages of the network, from the photo to the classes',
  /** @param name such as `4c` @param side places along each side of the photo */
  stage: (name: string, side: number, channels: number) =>
    `${name}: ${side} × ${side} places, ${channels} channels`,
  places: (side: number) => `${side} × ${side}`,
  finds: {
    edges:
      'Channels here typically find an edge in one direction, or a spot of one colour, anywhere on the photo.',
    corners: 'Channels here typically find corners, short lines, stripes, and borders between two colours.',
    textures:
      'Channels here typically find textures, such as mesh, fur or gravel, and simple curves and circles.',
    patterns:
      'Channels here typically find larger patterns and simple shapes, and the first parts of things, such as eyes.',
    parts: 'Channels here typically find parts of things: wheels, windows, snouts, legs, letters.',
    things:
      'Channels here typically find whole things and scenes. Some answer to several that have little in common.',
  },
  asking: 'Asking the network what it finds…',
  askAgain: 'Ask again',
  legend: (shown: number, channels: number) =>
    `The ${shown} of ${channels} channels that are strongest on average; the average stands below on the right. Bright is strong: each picture is scaled to its own largest value.`,
  channels: 'Strongest channels',
  /** @param classes two of ImageNet’s, or none */
  channel: (channel: number, mean: string, classes: readonly string[]) =>
    `Channel ${channel}, ${mean} on average${classes.length > 0 ? `, speaks for ${classes.join(' and ')}` : ''}`,
  showMore: (count: number, channels: number) => (count === channels ? `Show all ${count}` : `Show ${count}`),
  showFewer: 'Show fewer',

  // Below the photo, of the channel that is laid over it.
  pointAtOne:
    'Point at a channel, or choose one: it is laid over the photo, which stays in full light where the channel is strong.',
  channelOf: (channel: number, stage: string) => `Channel ${channel} of ${stage}.`,
  values: (largest: string, mean: string) => `Largest value ${largest}, ${mean} on average over all places.`,
  speaksFor: (classes: string) => `More of it speaks most for ${classes}.`,

  /** Why the network did not answer, or a dream broke off. */
  problem: sentences<'worker-timeout'>({
    'worker-timeout': ({ seconds }) =>
      `The network did not answer within ${seconds} s. Close other pages, then try again.`,
    other: ({ code, reason }) =>
      `The network did not answer (${reason ?? code}). Try again; where memory is short, close other pages first.`,
  }),

  dream: {
    title: 'Let it dream',
    /** @param name such as “more modern” */
    titleOf: (name: string) => `Dream: ${name}`,
    what: 'The network changes the photo, step by step, into what it would see more of something in. What comes out is no photo of anything.',
    /** Also a button’s words, then with a capital. @param bin its name */
    more: (bin: string) => `more ${bin}`,
    moreOf: (channel: number, stage: string) => `more of channel ${channel} of ${stage}`,
    moreOfChannel: 'More of a channel',
    chooseChannel: 'Choose a channel to have more of what it finds.',
    notTrained:
      'Choose a channel to have more of what it finds. Once two bins hold photos, there is a button for each bin, too.',

    preparing: 'Getting ready: this takes a network that can be gone through backwards.',
    progress: 'Dream',
    step: (step: number, all: number, side: number) => `Step ${step} of ${all}, at ${side} × ${side} pixels`,
    pixels: (side: number) => `${side} px`,
    stop: 'Stop',
    done: (all: number) => `Done, after ${all} steps.`,
    stopped: (step: number, all: number) => `Stopped after step ${step} of ${all}.`,
    /** The dream begins with the photo made smaller, and shifted by some pixels: its scores are not the photo’s own. */
    scoreWent: (from: string, to: string) => `The dream’s own score went from ${from} to ${to}.`,
    strengthWent: (from: string, to: string) =>
      `In the dream the channel’s average went from ${from} to ${to}.`,

    compare: 'Photo or dream: how much of the photo is shown, from the left',
    mapsOfPhoto:
      'The channels are still those of the photo. “Back to the photo” lays the chosen one over it.',
    thePhoto: 'photo',
    theDream: 'dream',
    save: 'Save picture',
    add: 'Add to the test photos',
    addToSee: 'Among the test photos, the page judges it like any other.',
    added: (file: string) => `It lies among the test photos as ${file}. What the page says of the two:`,
    judging: 'is being judged…',
    whyNeither:
      'It is called neither, whatever its score: the picture is unlike every photo that was learned from.',
    back: 'Back to the photo',
    /** @param name such as “more modern” */
    fileName: (photo: string, name: string) => `${photo} ${name}.png`,

    question: 'How does it do that?',
    answer:
      'For each pixel, the network says which way it would have to change for the score to rise; all of them go a small step that way, and then it is asked again. It begins with a small copy of the photo, for coarse shapes, and goes on with larger ones, for fine ones. This is called DeepDream (2015).',
    scoresMeaning:
      'Before each step the picture is moved by a few pixels, so that no grid shows, and at each size it looks a little different: so the score does not rise every time, and begins anew at each size.',
  },
};

/** How good is it? */
const evaluation = {
  heading: 'How good is it?',
  hint: 'Tried out on photos it has not learned from',
  notYet:
    'Once two bins hold photos, this shows how often it is right on photos left out, whether more photos would help, what the boundary is made of, and where the photos lie.',
  nothingLearned:
    'Nothing has been learned from the photos that are there: the line below the bins says why.',
  oneMoment: 'One moment…',
  notFetched: 'This part of the page could not be fetched. Check the connection.',
  tryAgain: 'Try again',

  leftOut: {
    title: 'Left out, who is right?',
    right: (right: number, tried: number, accuracy: string) => (
      <>
        <strong>
          {right} of {tried}
        </strong>{' '}
        come out right, {accuracy}.
      </>
    ),
    /** @param balanced null where it is the same */
    accuracy: (all: string, balanced: string | null) =>
      balanced === null ? all : `${all} (${balanced} if every bin counts alike)`,
    aloneInBins: (count: number) =>
      `${photos(count)} could not be left out: without ${count === 1 ? 'it' : 'them'} a bin would be empty.`,
    noneTried: 'Two photos in a bin are needed to leave one out.',
    // The photos that came out wrong, or those of a cell of the matrix.
    verdict: (actual: string, predicted: string, score: string) =>
      `in ${actual}, looks like ${predicted}, ${score} without it`,
    noneWrong: 'None came out wrong.',
    noPhotos: 'No photos here.',
    showWhy: (photo: string) => `${photo}: show why`,
    move: 'Move there',
    remove: 'Take out',
    /** @param action one of the last two */
    act: (action: string, photo: string) => `${action}: ${photo}`,
    question: 'What does left out mean?',
    /** @param groups null where each photo is left out alone */
    answer: (groups: number | null, time: string) =>
      `${
        groups === null
          ? 'Each photo in turn is taken out, the machine learns from all the others, and judges the one.'
          : `The photos are dealt into ${groups} groups, the bins spread evenly; each group in turn is taken out, the machine learns from the others, and judges it. (Leaving out each alone would take too long with this many.)`
      } So no photo is judged by a machine that knows it. It takes ${time}, in a worker of its own, and starts anew when a bin changes. Photos that come out wrong may lie in the wrong bin, or be unlike the rest of theirs.`,
  },

  // Each bin's photos in a row, by what they look like when left out.
  matrix: {
    caption: 'Photos by their bin and by what they look like when left out',
    isIn: 'is in',
    looksLike: 'looks like, left out',
    cell: (count: number, actual: string, predicted: string) =>
      `${photos(count)} of ${actual} that look${count === 1 ? 's' : ''} like ${predicted}`,
    right: 'found in their own bin',
    wrong: 'mistaken for another',
  },

  curve: {
    title: 'Would five more photos help?',
    waiting: 'Trying it out with fewer photos…',
    tooFew: 'The curve needs at least two photos in each bin: one to learn from, one to try.',
    upwards: 'right, of photos it had not learned from; every bin counts alike',
    across: 'photos per bin',
    chance: (share: string) => `guessing: ${share}`,
    stepper: 'Point of the curve',
    point: (perBin: number, mean: string, low: string, high: string) =>
      `With ${photos(perBin)} per bin: ${mean} right on average; eight of ten tries lie between ${low} and ${high}.`,
    note: (repeats: number) =>
      `The line is the average of ${repeats} random choices of photos; the band holds eight of ten of them.`,
    // The curve as a table, for those who do not see it.
    perBin: 'Photos per bin',
    mean: 'Right on average',
    low: 'Lower end of the band',
    high: 'Upper end of the band',
  },
  /** Would more photos help? */
  more: {
    cannotTell: 'That takes three photos in each bin to tell.',
    /** Within the next three. @param points percentage points, with their sign */
    change: (points: string, from: number, to: number, error: number) =>
      `${points} points from ${from} to ${to} photos per bin, give or take ${error}`,
    rising: (change: string) => `Probably: it is still getting better (${change}).`,
    flat: (change: string) =>
      `Hardly: it has stopped getting better (${change}). Other features, or other photos, may.`,
    unknown: (change: string) => `Hard to say from these: ${change}.`,
    perfect: (perBin: number) =>
      `Hardly: with ${perBin} photos per bin it is right nearly every time. Harder photos to test would tell more.`,
  },

  // What it looks at, and how it learns: several ways side by side.
  featuresTitle: 'What it looks at',
  featuresCaption: 'Ways to describe a photo, with the same machine',
  features: {
    logits: {
      title: 'The 1000 classes (logits)',
      hint: 'The network’s last word: how much a photo looks like each; every number has a name',
    },
    pool5: {
      title: 'The last module (pool5)',
      hint: '1024 channels, averaged over the photo: what the classes are made of',
    },
    inception_4d: {
      title: 'The middle (inception_4d)',
      hint: '528 channels, averaged over the photo: textures and parts, not yet things',
    },
  },
  headsTitle: 'How it learns',
  headsCaption: 'Ways to learn, from the same features',
  heads: {
    svm: {
      title: 'Support vector machine',
      hint: 'The boundary with the widest gap; its photos at the margin decide',
    },
    softmax: {
      title: 'Softmax regression',
      hint: 'Gradient descent, the way of TensorFlow for Poets; all photos decide',
    },
    nearest: {
      title: 'Nearest neighbours',
      hint: 'The way of the first Teachable Machine: the most alike photos vote',
    },
  },
  contenders: {
    way: 'Way',
    heldOut: 'Right, held out',
    tests: 'Test photos',
    training: 'Training',
    inUse: 'In use',
    waiting: 'being measured…',
    right: (right: number, tried: number) => `${right} of ${tried}`,
    rightInFull: (right: number, tried: number, accuracy: string) =>
      `${right} of ${photos(tried)} right, held out: ${accuracy}`,
    tooFew: 'too few',
    noneHeldOut: 'No photo could be held out',
    agreement: (same: number, all: number) => `${same} of ${all} as in use`,
    noTests: 'no test photos',
    /** Before its time, where the table has no columns. */
    trainingTime: 'training',
    isInUse: '✓ in use',
    use: 'Use',
    choose: (way: string) => `Use ${way}`,
  },
  /** What their numbers rest on. */
  basis: {
    none: 'No photo could be left out yet.',
    eachLeftOut: (count: number) => `Tried on ${photos(count)}, each left out in turn.`,
    groupsLeftOut: (count: number, groups: number) =>
      `Tried on ${photos(count)}, left out in ${groups} groups.`,
  },
  price: {
    name: 'Price of a mistake (C)',
    back: (C: string) => `Back to ${C}`,
    note: 'Small: a wide margin that tolerates mistakes. Large: every photo must be right.',
  },

  makeup: {
    title: 'What your boundary is made of',
    towards: (bin: string) => `towards ${bin}`,
    listName: (bin: string) => `Towards ${bin}`,
    nothing: 'Nothing pushes this way.',
    note: {
      classes:
        'The classes with the largest weights: what one unit more of each does to the score, whatever the photo.',
      channels:
        'The channels with the largest weights: what one unit more of each does to the score, whatever the photo.',
    },
    supports: (count: number, all: number) =>
      `${count} of ${photos(all)} hold the boundary where it is: the support vectors. Without any of the others it would hardly move.`,
    supportVectors: 'Support vectors',
    supportVector: (photo: string, bin: string, weight: string) => `${photo}, in ${bin}, weight ${weight}`,
  },

  map: {
    title: 'Where the photos lie',
    waiting: 'Working out where the photos lie…',
    frame: 'Map of the photos',
    name: 'Photos by how they differ',
    axis: {
      across: (share: string) => `across: ${share} of all differences`,
      upwards: (share: string) => `upwards: ${share} of all differences`,
    },
    marks: 'Marks on the map',
    testPhoto: 'test photo',
    takenOut: 'taken out',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    showAll: 'Show all',
    list: 'Photos on the map; arrow keys go from one to the next',
    place: (across: string, upwards: string) => `${across}, ${upwards}`,
    point: 'Point at a photo to see its name; press it to see why.',
    /** @param what its bin, or that it is a test photo */
    shownPhoto: (photo: string, what: string, place: string) => `${photo}, ${what}, at ${place}`,
    moving:
      'Zoom with the buttons, two fingers, or Ctrl (⌘) and the wheel; after a click into the map the wheel alone will do. Drag to move, or use the arrow keys, +\u00a0and\u00a0−.',
    question: 'How is this map made?',
    answer:
      'The network describes each photo by many numbers. The map shows the two directions in which your photos differ most (their principal components). What they differ in besides cannot be seen here: photos may look mixed although the boundary parts them.',
    // The map, for those who do not see it.
    shown: (learned: number, tests: number, across: string, upwards: string) =>
      `${photos(learned)} in bins${tests > 0 ? ` and ${photos(tests)} to test` : ''}, placed by how they differ: ${across} of all differences across, ${upwards} upwards.`,
    directionsFrom: (count: number) => `The directions were found from ${count} of them.`,
    boundary: (below: string, above: string) =>
      `A line marks where the verdict would turn, in this plane, from ${below} to ${above}.`,
    seeList: 'The list of photos gives every place.',
  },
};

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
  /** For the classifier, which is computed in full precision elsewhere. Whole sentences, as for `refused`. */
  atHalfPrecision: `The photos were seen at half precision; outside this page they are seen in full, and the scores would be others. Choose ${common.backends.wasm} or ${common.backends.cpu} in the status bar; then it can be made.`,

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
  notFetched: (what: Taken) =>
    `${taken(what)} could not be made: a part of this page could not be fetched. Check the connection, then try again.`,
  tooSlow: (what: Taken, seconds: number) =>
    `${taken(what)} could not be made: it took longer than ${seconds} s. Take some photos out, or try again.`,
  /** @param why whole sentences */
  refused: (what: Taken, why: string) => `${taken(what)} could not be made. ${why}`,
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
    neither: '“Neither”',
    allowed: 'allowed',
    notAllowed: 'not allowed',
  },

  accuracy: {
    tooEarly: 'That was still being worked out when this was made.',
    unseen: 'So no photo was judged by a machine that knew it.',
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

const PILES = ['no piles', 'one pile', 'two piles', 'three piles', 'four piles', 'five piles', 'six piles'];
const piles = (count: number) => PILES[count] ?? `${count} piles`;

/** Talk mode: the story on a stage, in large type. Few words; what is said aloud is the speaker's. */
const talk = {
  open: 'Talk',
  aboutOpen: 'Tell the story in large type, by keys',
  title: 'Talk mode',
  story: 'The story',
  steps: {
    empty: 'Empty',
    look: 'One photo',
    bins: 'Bins',
    learned: 'Learned',
    tests: 'New photos',
    wrong: 'Wrong',
    neither: 'Neither',
    link: 'Try it',
  },
  back: 'Back',
  next: 'Next',
  reset: 'Again',
  aboutReset: 'Begin this step anew',
  end: 'Close',
  close: 'Close the talk',
  notFetched: 'Talk mode could not be fetched. Check the connection and try again.',
  promise: (bins: number) => `Teach this page to tell ${piles(Math.max(2, bins))} of photos apart.`,
  empty: 'Photos stay in this page: nothing is sent anywhere.',
  look: {
    title: 'What does a network see that knows 1000 things?',
    how: 'Inception v1, trained on 1.2 million photos. It is not trained any further: its 1000 numbers describe the photo.',
  },
  bins: {
    title: (bins: number) => `${capital(piles(bins))} of photos`,
    some: (shown: number, all: number) => `${shown} of ${photos(all)}`,
  },
  learned: {
    from: (count: number) => `Learned from ${photos(count)} in`,
    how: (bins: number) =>
      bins > 2
        ? 'Support vector machines: for each pile, of all boundaries between it and the others the one with the widest gap.'
        : 'A support vector machine: of all boundaries between the piles the one with the widest gap.',
    notYet: 'Nothing learned yet: two bins need a photo that can be read.',
  },
  test: {
    question: 'Which is it?',
    none: 'Drop a photo that it has never seen.',
    place: (number: number, of: number) => `${number} of ${of}`,
    /** @param bins where the same photo lies, too */
    learnedFrom: (bins: string) => `It has been learned from: it also lies in ${bins}.`,
  },
  wrong: {
    title: 'Left out of learning, it is taken for',
    /** @param bin where it lies */
    what: (bin: string) => `It lies in ${bin}.`,
    /** @param bin that it is taken for; @param there how many of those most like it lie there */
    alike: (bin: string, there: number, of: number) => {
      const lie = there === 0 ? 'none lies' : there === 1 ? '1 lies' : `${there === of ? 'all' : there} lie`;
      return `Of the ${of} photos most like it, ${lie} in ${bin}.`;
    },
    how: (wrong: number, tried: number) => `${wrong} of ${tried} come out wrong when they are left out.`,
    none: 'None',
    noneOf: (tried: number) => `All ${tried} photos come out right when they are left out.`,
  },
  neither: {
    /** Of a photo from elsewhere that is like some that were learned from. */
    known: 'Not neither: it has learned from photos like this one.',
    /** The cat is not to be had. */
    none: 'None of the test photos is of another kind. Drop one that is.',
  },
  link: {
    title: 'Try it',
    how: 'With any two piles of photos. In your browser; no photo leaves it.',
  },
};

/** Where others find the page. */
const share = {
  title: 'Show it to others',
  how: 'The page opens anywhere by its address; a project goes to others as its file.',
  /** For those who do not see the code. */
  code: (address: string) => `QR code of ${address}`,
  local: 'This address works on this machine alone. Put the page on a server to share it.',
  copy: 'Copy address',
  copied: 'Copied.',
  notCopied: 'This browser did not let it be copied: mark the address and copy it by hand.',
};

/** Moving photos by taps: at the foot of the screen. */
const moving = {
  begin: 'Move',
  title: 'Move photos',
  take: 'Tap the photos to move.',
  put: (count: number) => `${photos(count)} taken: tap where ${count === 1 ? 'it goes' : 'they go'}.`,
  tray: 'Test',
  /** For those who do not see the bins. */
  to: (count: number, bin: string) => `Put ${photos(count)} into ${bin}`,
  toTray: (count: number) => `Put ${photos(count)} into the test tray`,
  cancel: 'Cancel',
};

/** What screen readers say by themselves when something has happened. */
const said = {
  // What a step has done: to one photo, which is named, or to as many (`what`).
  /** @param bin null: the test tray; undefined: nowhere, or in several places */
  added: (what: string, bin: string | null | undefined) =>
    bin === undefined ? `${what} added.` : `${what} added to ${bin ?? 'the test tray'}.`,
  /** @param parts a list of the next */
  addedToSeveral: (count: number, parts: string) => `${photos(count)} added: ${parts}.`,
  countTo: (count: number, bin: string | null | undefined) => `${count} to ${bin ?? 'the test tray'}`,
  moved: (what: string, bin: string | null | undefined) => `${what} moved to ${bin ?? 'the test tray'}.`,
  removed: (what: string, bin: string | null | undefined) =>
    bin === undefined ? `${what} removed.` : `${what} removed from ${bin ?? 'the test tray'}.`,
  binAdded: (bin: string) => `Bin ${bin} added.`,
  binRemoved: (bin: string, count: number) =>
    count === 0 ? `Bin ${bin} removed.` : `Bin ${bin} removed, with ${photos(count)}.`,
  binRenamed: (before: string, bin: string) => `The bin ${before} is called ${bin} now.`,
  projectRenamed: (project: string) => `The project is called ${project} now.`,
  /** Another project than before. */
  open: (project: string, count: number) =>
    count === 0 ? `“${project}” is open, without photos.` : `“${project}” is open, with ${photos(count)}.`,
  setting: 'A setting was changed.',
  /** @param step one of the above */
  undone: (step: string) => `Undone: ${step}`,
  redone: (step: string) => `Done again: ${step}`,

  /** @param tried how many were left out; 0 where that could not be done */
  learned: (count: number, right: number, tried: number) =>
    tried === 0
      ? `Learned from ${photos(count)}.`
      : `Learned from ${photos(count)}; ${right} of ${tried} right when left out.`,
  /** @param by how far from the boundary, in margins */
  verdict: (bin: string, by: string) => `${bin}, by ${by}`,
  /** @param text a verdict, or what else is known of the photo */
  ofPhoto: (photo: string, text: string) => `${photo}: ${text}.`,
  /** @param parts a list of the next */
  judged: (count: number, parts: string) => `${count} test photos judged: ${parts}.`,
  countOf: (count: number, verdict: string) => `${count} ${verdict}`,
  /** Of several; of one the reason is said. */
  failed: (count: number, names: string) => `${photos(count)} cannot be used: ${names}.`,

  networkReady: 'The network is ready.',
  computedWith: (backend: string) => `The network is computed with ${backend} now.`,
  offlineReady: 'The page is ready to work offline.',
};

export const en = {
  /** As `<html lang>` has it. */
  tag: 'en',
  /** Whose dates, and whose large numbers. */
  locale: 'en-GB',
  numbers,
  common,
  page,
  camera,
  problems,
  saving,
  why,
  inside,
  evaluation,
  takeAway,
  report,
  talk,
  share,
  moving,
  said,
};

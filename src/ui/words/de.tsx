// Every sentence on the page, in German: what en.tsx says, in the same order.

import type { Comparison } from '../why/reasons.ts';
import { capital, namesIn, type Phrase, phrase } from './phrase.ts';
import type { Words } from './words.ts';

const photos = (count: number): string => (count === 1 ? '1 Foto' : `${count} Fotos`);

const numbers: Words['numbers'] = {
  decimal: ',',
  percent: (share) => `${share}\u00a0%`,
  milliseconds: (count) => `${count} ms`,
  megabytes: (count) => `${count} MB`,
  gigabytes: (count) => `${count} GB`,
  lessThanSecond: 'weniger als eine Sekunde',
  aboutSeconds: (count) => `etwa ${count} s`,
  aboutMinutes: (count) => `etwa ${count} min`,
};

const common: Words['common'] = {
  photos,
  list: (names, more) => {
    if (more > 0) return `${names.join(', ')} und ${more} ${more === 1 ? 'weiteres' : 'weitere'}`;
    return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} und ${names.at(-1)}`;
  },
  neither: 'weder noch',
  tray: 'den Testfotos',
  someBin: 'einem Fach',
  others: 'die anderen',
  classNumber: (index) => `Klasse ${index}`,
  channelNumber: (index) => `Kanal ${index}`,
  control: 'Strg',
  shift: 'Umschalt',
  precisions: { uint8: '8 Bit', float16: '16 Bit', float32: '32 Bit' },
  backends: { webgpu: 'WebGPU', webgl: 'WebGL', wasm: 'WASM', cpu: 'reines JavaScript' },
};

const page: Words['page'] = {
  name: 'Binsight',
  documentTitle: 'Binsight: Lehr diese Seite, zwei Stapel Fotos zu unterscheiden',
  promise: 'Lehr diese Seite, zwei Stapel Fotos zu unterscheiden.',
  how: 'Ein Netz, das 1000 Dinge kennt, von Papageien bis Cabrios, beschreibt jedes Foto danach, wie sehr es jedem davon gleicht; daraus lernt die Seite, was deine Fächer trennt. Alles in dieser Seite.',
  howMore: { name: 'Wie es geht', address: './how-it-works.de.html' },
  notStarted:
    'Binsight ist noch nicht gestartet. Prüf die Verbindung und lade die Seite neu; wenn das nicht hilft, aktualisiere den Browser. Was hier gespeichert wurde, ist noch da.',
  reload: 'Seite neu laden',
  samples: 'Autos probieren',
  clear: 'Leeren',
  takeAway: 'Mitnehmen',
  theme: 'Hell oder dunkel',
  undo: 'Rückgängig',
  redo: 'Wiederholen',
  withKeys: (what, keys) => `${what} (${keys})`,

  update: {
    title: 'Es gibt eine neuere Version von Binsight',
    what: 'Sie öffnet sich von selbst, sobald alle Tabs mit Binsight einmal geschlossen waren. Deine Fotos und Fächer bleiben, wie sie sind.',
    now: 'Jetzt öffnen',
    later: 'Später',
  },

  teach: {
    title: 'Lehren',
    hint: 'Ein Fach je Sorte',
    folder: 'Ordner öffnen',
    aboutFolder: 'Einen Ordner öffnen: Seine Unterordner werden zu Fächern',
    addBin: 'Fach',
    binStem: 'Fach',
  },
  bin: {
    label: (bin) => `Fach ${bin}`,
    nameOf: (bin) => `Name des Fachs ${bin}`,
    photos: (bin) => `Fotos in ${bin}`,
    add: (bin) => `Fotos zu ${bin} hinzufügen`,
    more: (bin) => `Mehr zu ${bin}`,
    takeAllOut: 'Alle Fotos herausnehmen',
    remove: 'Dieses Fach entfernen',
    drop: 'Zieh Fotos einer Sorte hierher',
    dropHint: 'oder klick, um sie auszuwählen; zehn genügen',
  },

  learning: {
    addBin: 'Zum Unterscheiden braucht es zwei Sorten: Füg ein Fach hinzu.',
    looking: 'Noch nichts gelernt: Das Netz sieht sich die ersten Fotos an.',
    allEmpty: 'Noch nichts gelernt: Leg in zwei Fächer mindestens je ein Foto.',
    empty: (bins) => `Noch nichts gelernt: Leg ein Foto in ${bins}.`,
    now: (count) => `Aus ${photos(count)} wird gelernt …`,
    done: (count, time) => (
      <>
        Aus <strong>{photos(count)}</strong> in <strong>{time}</strong> gelernt.
      </>
    ),
    how: 'Eine lineare Stützvektormaschine: Von allen Grenzen zwischen den Fächern nimmt sie die mit dem breitesten Abstand auf beiden Seiten.',
    solvers: {
      'ml-svm+smo': 'ml-svm hat angefangen, und das genaue Verfahren hat es bis zum Optimum gebracht.',
      'smo:many-photos':
        'Das genaue Verfahren hat es allein getan: ml-svm ist für so viele Fotos zu langsam.',
      'smo:ml-svm-gave-up': 'Das genaue Verfahren hat es allein getan: ml-svm hätte länger gebraucht.',
      'smo:ml-svm-useless':
        'Das genaue Verfahren hat es allein getan: ml-svm hat nichts gefunden, womit sich anfangen ließe.',
    },
    ofBoundaries: (count, all, sentence) => `${count} von ${all} Grenzen: ${sentence}`,
    notTried:
      'Wie gut das ist, ließ sich nicht ausrechnen; ändere ein Fach, dann wird es noch einmal versucht.',
    trying: 'Es wird an weggelassenen Fotos ausprobiert …',
    tooFew: 'Um es an einem weggelassenen Foto auszuprobieren, braucht es zwei Fotos in einem Fach.',
    tried: (right, tried, groups, aside) => (
      <>
        {groups === null ? 'Einzeln' : `In ${groups} Gruppen`} weggelassen:{' '}
        <strong>
          {right} von {tried}
        </strong>{' '}
        richtig beurteilt{aside}.
      </>
    ),
    alone: (count) =>
      count === 1
        ? ' (1 Foto, allein in einem Fach, ließ sich nicht weglassen)'
        : ` (${count} Fotos, allein in einem Fach, ließen sich nicht weglassen)`,
    counted: (share) => `, ${share}, wenn jedes Fach gleich zählt`,
    howTried:
      'Jedes Foto wird von einer Maschine beurteilt, die nur aus den anderen gelernt hat. Das wird nebenher ausgerechnet, in einem eigenen Worker; ändert sich ein Fach, beginnt es von vorn.',
    howGood: 'Wie gut ist es?',
    progress: 'Angesehene Fotos',
    looked: (done, all, left) => `${done} von ${photos(all)}${left === null ? '' : `, noch ${left}`}`,
    unevenMoved: (small, large) =>
      `${small.label} hat ${photos(small.photos)}, ${large.label} ${large.photos}: mehr als 3 zu 1. Die Schwelle wurde zum Ausgleich verschoben; besser wären mehr Fotos.`,
    unevenLeaning: (small, large) =>
      `${small.label} hat ${photos(small.photos)}, ${large.label} ${large.photos}: mehr als 3 zu 1. Die Urteile neigen zum größeren Fach; leg mehr Fotos in das kleinere.`,
  },

  test: {
    title: 'Testen',
    hint: 'Neue Fotos',
    add: 'Hinzufügen',
    addTo: 'Fotos zu den Testfotos hinzufügen',
    photos: 'Testfotos',
    drop: 'Zieh Fotos hierher, um sie beurteilen zu lassen',
    dropHint:
      'oder klick, um sie auszuwählen: Zu jedem steht dann ein Urteil da, sein Abstand von der Grenze und was das Netz gesehen hat',
    numbers: 'Was bedeuten die Zahlen?',
    aboutNumbers:
      'Die Linie in der Mitte ist die Grenze. Die Zahl ist der Abstand des Fotos von ihr, gemessen in Randbreiten: der Wert. Die kurzen Striche sind die Kanten des Rands; das ist der Streifen entlang der Grenze, der so leer ist, wie das Lernen ihn machen konnte. Nahe bei 0 ist es knapp. Darunter stehen die fünf wahrscheinlichsten der 1000 Dinge, die das Netz kennt.',
    allowNeither: '„weder noch“',
    neither: (limit, typical) =>
      `Weder noch: ein Foto, das allen, aus denen gelernt wurde, zu weniger als ${limit} ähnlich ist (1 heißt gleich). Von diesen ist jedem typischerweise ein anderes zu ${typical} ähnlich; daraus ergibt sich die ${limit}.`,
    neitherToCome:
      'Weder noch: ein Foto, das keinem gleicht, aus dem gelernt wurde. Sobald in einem Fach zwei Fotos liegen, steht fest, wie ähnlich sie einander sind.',
    likeliest: (classes) => `Die fünf wahrscheinlichsten der 1000 Klassen von ImageNet: ${classes}`,
    distance: (score, distance) =>
      `Wert ${score}, Abstand ${distance}. Die Linie in der Mitte ist die Grenze; die kurzen Striche sind die Kanten des Rands.`,
    distanceOfNeither: 'Gleicht keinem Foto, aus dem gelernt wurde; darum sagt das wenig.',
    tooFewBins: 'Noch kein Urteil: Dafür braucht es zwei Fächer mit je einem Foto',
    noNetwork: 'Wartet auf das Netz',
    queued: 'Kommt noch an die Reihe',
    looking: 'Das Netz sieht es sich an',
    reading: 'Wird gelesen',
    learning: 'Aus den Fächern wird gelernt',
  },

  photo: {
    drag: (photo) => `${photo} ziehen`,
    menu: (photo) => `${photo} verschieben oder entfernen`,
    moveTo: (bin, count) =>
      count > 1 ? `${count} Fotos nach ${bin} verschieben` : `Nach ${bin} verschieben`,
    moveToTray: (count) =>
      count > 1 ? `${count} Fotos zu den Testfotos verschieben` : 'Zu den Testfotos verschieben',
    remove: (count) => (count > 1 ? `${count} Fotos entfernen` : 'Entfernen'),
    again: 'Noch einmal versuchen',
    credit: 'Seite des Fotografen',
    also: (places) => `auch in ${places}`,
    alsoIn: (places) => `auch in ${places}`,
    isAlsoIn: (places) => `Dieses Foto liegt auch in ${places}.`,
    doubt: (bin, score) =>
      `Sieht aus wie ${bin}: falsches Fach? Ohne dieses Foto gelernt, geben ihm die anderen ${score} für ${bin}.`,
    doubtMove: (bin) => `${bin}?`,
    aboutDoubtMove: (photo, doubt, bin) => `${photo}: ${doubt} Nach ${bin} verschieben`,
    takeOut: (photo) => `${photo} herausnehmen`,
  },

  names: {
    binEmpty: 'Ein Fach braucht einen Namen.',
    projectEmpty: 'Ein Projekt braucht einen Namen.',
    tooLong: (count, most) => `${count} Zeichen; Platz ist für ${most}, also nimm ${count - most} heraus.`,
    test: (name) =>
      `„${name}“ steht für die Fotos, die beurteilt werden, auch in den Ordnern eines Projekts; darum kann kein Fach so heißen.`,
    neither: (name) => `„${name}“ heißt ein Foto, das in kein Fach passt; darum kann kein Fach so heißen.`,
    taken: (name) => `Ein anderes Fach heißt schon „${name}“.`,
    takenOtherwise: (name) =>
      `Ein anderes Fach heißt schon „${name}“: Groß oder klein macht keinen Unterschied.`,
    still: (name) => `Noch heißt es „${name}“.`,
    leave: 'So lassen',
  },

  status: {
    language: 'Sprache',
    uploaded: '0 Fotos hochgeladen',
    uploadedPage: './privacy.de.html',
    aboutUploaded:
      'Fotos werden von dieser Seite selbst gelesen, beschrieben und beurteilt. Die Seite darf nur ihren eigenen Server nach dessen eigenen Dateien fragen; keine Anfrage enthält ein Foto.',
    offline: 'Bereit ohne Netzverbindung',
    aboutOffline:
      'Dieser Browser hat die Seite, die Gewichte des Netzes und die Beispielfotos aufgehoben: Alles geht auch ohne Verbindung.',
    loading: 'Inception v1 wird geladen',
    loaded: (loaded, all) => `Inception v1 wird geladen: ${loaded} von ${all}`,
    starting: 'Inception v1 wird gestartet',
    progress: 'Das Netz wird geladen',
    checking: 'Die Dateien des Modells werden geprüft',
    noNetwork: 'Noch kein Netz',
    network: (precision, size) => `Inception v1, ${precision}, ${size}`,
    aboutNetwork:
      'GoogLeNet, trainiert mit den 1,2 Millionen Fotos von ImageNet; hier wird es nicht weiter trainiert.',
  },
  backend: {
    label: (backend) => `Berechnet mit ${backend}`,
    speed: (backend, isHalf, time) =>
      `${backend}${isHalf ? ' mit halber Genauigkeit' : ''}${time === null ? '' : `, ${time} je Foto`}`,
    title: 'Was das Netz berechnet',
    fastest: 'Das Schnellste, das richtig rechnet',
    fastestNow: (backend) => `Jetzt ${backend}`,
    fastestTried: 'Auf diesem Computer ausprobiert und gemerkt',
    trying: 'Wird ausprobiert',
    inUse: 'In Gebrauch',
    slow: 'Geht überall, aber langsam',
    notTried: 'Nicht ausprobiert',
    time: (time, batch) => `${time} je Foto${batch === 1 ? '' : `, ${batch} auf einmal`}`,
    failed: (reason) => `an einem Foto gescheitert (${reason})`,
    refusals: {
      'not offered by this browser': 'bietet dieser Browser nicht an',
      'offered by this browser, but by no GPU': 'bietet dieser Browser an, aber keine GPU',
      'offered only in software': 'nur in Software angeboten',
      'only half precision': 'nur halbe Genauigkeit',
      'wrong numbers in the self-test': 'falsche Zahlen im Selbsttest',
      'not enough memory': 'nicht genug Speicher',
    },
  },
};

/** What files turn out to be; the others are called the same in German. */
const FOUND: Readonly<Record<string, string>> = { video: 'Video', audio: 'Audio', text: 'Text' };

const camera: Words['camera'] = {
  title: 'Kamera',
  about: 'Beurteilen lassen, was eine Kamera sieht, und mit ihr Fotos für die Fächer machen',
  close: 'Kamera schließen',
  escape: 'Esc',
  starting: 'Die Kamera wird gestartet. Falls der Browser fragt, erlaub sie: Kein Bild verlässt diese Seite.',
  picture: 'Was die Kamera sieht',
  notFetched: 'Dieser Teil der Seite ließ sich nicht laden. Prüf die Verbindung.',
  again: 'Noch einmal versuchen',

  noVerdict: 'Noch kein Urteil',
  sees: (verdict) => `Die Kamera sieht: ${verdict}.`,
  reasons: 'Urteil über das Bild der Kamera',
  teach:
    'Halt sie auf ein Ding und leg ein paar Fotos davon in ein Fach, von mehreren Seiten; dann auf ein anderes, für ein anderes Fach. Von da an bekommt jedes Bild ein Urteil.',
  frames: (rate) => `${rate} Bilder je Sekunde`,
  aboutFrames:
    'So viele, wie das Netz beurteilen kann, jedes, sobald es da ist. Ein beurteiltes Bild wird vergessen, und keines verlässt diese Seite.',
  notSeen: 'Das Netz hat nicht geantwortet. Es wird noch einmal gefragt.',

  addTo: (bin) => `In ${bin} legen`,
  addToTray: 'Zu den Testfotos',
  fileName: (number) => `Kamera ${number}.png`,
  notAdded:
    'Dieses Bild ließ sich nicht aufnehmen: Der Browser hat keinen Speicher mehr frei. Schließ andere Seiten und versuch es noch einmal.',

  which: 'Welche Kamera',
  numbered: (number) => `Kamera ${number}`,
  other: 'Die Kamera vom letzten Mal wurde nicht gefunden; das ist eine andere.',

  problem: {
    insecure: () =>
      'Browser geben eine Kamera nur Seiten, die über https:// oder von diesem Computer selbst (localhost) kommen. Öffne diese Seite unter so einer Adresse.',
    unsupported: () =>
      'Dieser Browser lässt keine Seite eine Kamera benutzen. Nimm einen neueren, oder zieh stattdessen Fotos hierher.',
    forbidden: () =>
      'Diese Seite darf keine Kamera benutzen: wegen der Seite, in die sie eingebettet ist, oder wegen einer Regel, die ihr Server schickt (Permissions-Policy). Öffne sie in einem eigenen Tab, oder frag, wer den Server betreibt.',
    refused: () =>
      'Die Kamera wurde nicht erlaubt. Erlaub sie für diese Seite, in den meisten Browsern am Zeichen neben der Adresse; dann versuch es noch einmal.',
    'refused-by-system': () =>
      'Das System lässt diesen Browser die Kamera nicht benutzen. Erlaub es in den Einstellungen des Systems, unter Datenschutz; dann versuch es noch einmal.',
    none: () =>
      'Es wurde keine Kamera gefunden. Schließ eine an oder schalt sie ein; dann startet sie von selbst.',
    busy: () =>
      'Die Kamera ist da, startet aber nicht: Vielleicht benutzt sie ein anderes Programm. Beende es, dann versuch es noch einmal.',
    stopped: () =>
      'Die Kamera hat aufgehört: Sie wurde abgesteckt oder ist nicht mehr erlaubt. Steck sie wieder an oder erlaub sie, dann versuch es noch einmal.',
    other: (reason) =>
      `Die Kamera ließ sich nicht starten (${reason}). Versuch es noch einmal; hilft das nicht, starte den Browser neu.`,
  },
};

/** The first part of a word: `12-Bit-JPEG`, `camera-raw`. */
const compound = (type: unknown): string => String(type).replace('-bit ', '-Bit-').replaceAll(' ', '-');

/** Of a worker's code. */
const comesByItself = 'Prüfe die Verbindung (es wird von selbst wieder versucht), oder lade die Seite neu.';

const problems: Words['problems'] = {
  photo: {
    'photo-empty': () => 'Die Datei ist leer (0 Bytes). Kopiere sie noch einmal von dort, wo sie herkommt.',
    'photo-unreadable': () =>
      'Die Datei ließ sich nicht lesen: Sie wurde verschoben, geändert oder gelöscht. Zieh sie noch einmal hierher.',
    'photo-lost': () =>
      'Das Foto ist nicht mehr im Speicher dieses Browsers: Der wurde geleert. Zieh das Foto noch einmal hierher.',
    'photo-damaged': () =>
      'Was dieser Browser von dem Foto aufgehoben hat, ist beschädigt. Entferne es und zieh das Foto noch einmal hierher.',
    'photo-svg': () =>
      'Eine SVG-Zeichnung hat keine eigenen Pixel. Speichere sie als PNG und zieh das hierher.',
    'photo-not-an-image': ({ found }) =>
      `Das ist ${found ? `eine ${FOUND[String(found)] ?? found}-Datei` : 'kein Foto'}, egal, was ihr Name sagt. Zieh ein JPEG, PNG, WebP, AVIF, GIF oder BMP hierher.`,
    'photo-unsupported': ({ type }) =>
      `Dieser Browser kann keine ${type === 'TIFF' ? 'TIFF- oder RAW' : compound(type)}-Fotos lesen. Speichere es als gewöhnliches JPEG und zieh das hierher.`,
    'photo-truncated': () =>
      'Die Datei ist abgeschnitten: Ihr Ende fehlt. Kopiere sie noch einmal, oder lade sie noch einmal herunter.',
    'photo-undecodable': () =>
      'Die Datei ist beschädigt: Dieser Browser kann sie nicht entschlüsseln. Öffne und speichere sie neu, oder nimm eine andere Kopie.',
    'photo-too-many-pixels': ({ width, height }) =>
      `Es hat ${width} × ${height} Pixel, mehr als 100 Megapixel. Speichere es kleiner; 300 × 300 genügen.`,
    'photo-too-large': ({ size }) =>
      `Die Datei hat ${size}; mehr als 256 MB werden nicht gelesen. Speichere sie kleiner.`,
    'photo-no-canvas': () =>
      'Dieser Browser gibt der Seite nichts, worauf sie Fotos zeichnen könnte. Aktualisiere ihn, oder nimm einen anderen; wenn der Speicher knapp ist, schließ andere Tabs.',
    'worker-missing': () => `Ein Teil dieser Seite ließ sich nicht holen. ${comesByItself}`,
    'worker-timeout': ({ seconds }) =>
      `Es hat länger als ${seconds} s gedauert. Versuch es noch einmal, oder speichere es kleiner.`,
    other: ({ code, reason }) =>
      `In dieser Seite ist etwas schiefgegangen (${code}${reason ? `: ${reason}` : ''}). Versuch es noch einmal.`,
  },
  photoWithoutMemory:
    'Der Speicher hat dafür nicht gereicht. Schließ andere Tabs oder Programme, und versuch es dann noch einmal.',
  photoOfZeros: 'Die Datei ist beschädigt: Sie beginnt mit lauter Nullen. Kopiere sie noch einmal.',

  shortPhoto: {
    'photo-empty': () => 'leere Datei',
    'photo-unreadable': () => 'nicht lesbar',
    'photo-lost': () => 'nicht mehr da',
    'photo-damaged': () => 'Kopie kaputt',
    'photo-svg': () => 'SVG-Zeichnung',
    'photo-not-an-image': () => 'kein Foto',
    'photo-unsupported': ({ type }) => `${compound(type)}-Datei`,
    'photo-truncated': () => 'unvollständig',
    'photo-undecodable': () => 'beschädigt',
    'photo-too-many-pixels': () => 'zu groß',
    'photo-too-large': () => 'zu groß',
    'photo-no-canvas': () => 'nicht gezeichnet',
    'worker-missing': () => 'wartet',
    'worker-timeout': () => 'zu langsam',
    other: () => 'misslungen',
  },

  network: {
    'model-missing': () => 'Die Gewichte von Inception v1 sind nicht auf diesem Server.',
    'model-network': ({ file, status }) =>
      `${file} ließ sich nicht holen (${status}). Prüfe die Verbindung und versuch es noch einmal.`,
    'model-checksum': ({ file }) =>
      `${file} ist beschädigt angekommen: Die SHA-256 ist nicht die erwartete. Versuch es noch einmal; manche Netze geben eine andere Seite, bis man sich angemeldet hat. Bleibt es so, sollte, wer diesen Server betreibt, public/models/inception-v1/manifest.json löschen und npm start ausführen.`,
    'model-file-missing': ({ file }) => `${file} fehlt. Gib alle Dateien des vorbereiteten Ordners zusammen.`,
    'model-no-files': ({ file }) =>
      `Darunter ist keine manifest.json mit ihren .bin-Dateien und kein bvlc_googlenet.caffemodel (sondern ${file}).`,
    'model-unknown': ({ file }) =>
      `${file} gehört zu keinem Modell, das diese Version von Binsight vorbereitet. Starte noch einmal npm run prepare-model.`,
    'model-not-caffemodel': ({ reason }) => `Das ist nicht bvlc_googlenet.caffemodel: ${reason}.`,
    'model-not-kept': () =>
      'Dieser Browser lässt die Seite das Modell nicht speichern (sein Speicher ist voll oder abgeschaltet). Schaff etwas Platz, oder nimm ein Fenster, das nicht privat ist.',
    'backend-none': ({ tried }) =>
      `In diesem Browser gelingt keine Art zu rechnen (${tried}). Aktualisiere den Browser, oder nimm einen anderen.`,
    'worker-missing': () =>
      'Der Teil dieser Seite, der das Netz rechnet, ließ sich nicht holen. Prüfe die Verbindung und versuch es noch einmal, oder lade die Seite neu.',
    'worker-timeout': ({ seconds }) =>
      `Der Start des Netzes hat länger als ${seconds} s gedauert. Versuch es noch einmal, oder nimm einen anderen Browser.`,
    other: ({ code, reason }) =>
      `Das Netz ließ sich nicht starten (${code}${reason ? `: ${reason}` : ''}). Prüfe die Verbindung und versuch es noch einmal.`,
  },

  networkWithoutMemory: (tried) =>
    `Für das Netz reicht der Speicher nicht (${tried}). Schließ andere Tabs oder Programme, und versuch es dann noch einmal.`,
  noAnswer: 'keine Antwort',
  brokenOff: 'abgebrochen',

  training: {
    'train-indistinct': () =>
      'Nichts zu unterscheiden: Für das Netz sehen die Fotos in den Fächern gleich aus. Leg in eines davon andere Fotos.',
    'worker-missing': () => `Der Teil dieser Seite, der lernt, ließ sich nicht holen. ${comesByItself}`,
    'worker-timeout': ({ seconds }) =>
      `Das Lernen hat länger als ${seconds} s gedauert. Nimm einige Fotos aus den Fächern.`,
    other: ({ code }) =>
      `Das Lernen ist misslungen (${code}). Verschieb oder entferne ein Foto, dann wird es noch einmal versucht.`,
  },
  twins: (count) =>
    count === 1
      ? 'Nichts zu unterscheiden: 1 Foto liegt in mehr als einem Fach, und die Fächer heben sich auf. Nimm es aus einem heraus.'
      : `Nichts zu unterscheiden: ${count} Fotos liegen in mehr als einem Fach, und die Fächer heben sich auf. Nimm sie aus einem heraus.`,

  evaluation: {
    'worker-missing': () =>
      `Der Teil dieser Seite, der das ausrechnet, ließ sich nicht holen. ${comesByItself}`,
    'worker-timeout': ({ seconds }) =>
      `Nicht alles hiervon ließ sich ausrechnen: Es hat länger als ${seconds} s gedauert. Füg ein Foto hinzu, verschieb eines oder nimm eines heraus, dann wird es noch einmal versucht.`,
    other: ({ code }) =>
      `Nicht alles hiervon ließ sich ausrechnen: Der Worker dafür ist gescheitert (${code}). Füg ein Foto hinzu, verschieb eines oder nimm eines heraus, dann wird es noch einmal versucht.`,
  },

  unusable: 'Unbrauchbare Fotos',
  areUnusable: (count) => (count === 1 ? '1 Foto ist unbrauchbar.' : `${count} Fotos sind unbrauchbar.`),
  removeThem: (count) => (count === 1 ? 'Foto entfernen' : 'Alle entfernen'),
  why: 'Warum',
  reason: (photo, why) => (
    <>
      <b>{photo}</b>: {why}
    </>
  ),
  ofPhoto: (photo, why) => `${photo}: ${why}`,

  model: {
    checking: 'Die Dateien werden geprüft …',
    missing: 'Das Netz fehlt: Die Gewichte von Inception v1 sind nicht auf diesem Server.',
    remedy: (
      <>
        Deine Fotos warten solange. Wer diesen Server betreibt: <code>npm start</code> holt die Gewichte,
        sobald es eine Verbindung gibt. Oder gib sie dieser Seite: Zieh den vorbereiteten Ordner (
        <code>manifest.json</code> mit ihren <code>.bin</code>-Dateien) oder das veröffentlichte{' '}
        <code>bvlc_googlenet.caffemodel</code> irgendwohin auf diese Seite. Jedes Byte wird geprüft und für
        das nächste Mal in diesem Browser aufgehoben.
      </>
    ),
    files: 'Dateien wählen',
    folder: 'Ordner wählen',
    again: 'Noch einmal versuchen',
  },

  notices: {
    title: 'Hinweise',
    dismiss: 'Schließen',
    opening: (file) => `${file} wird geöffnet …`,
    alreadyThere: (names, count, place) =>
      count === 1
        ? `${names} liegt schon in ${place} und wurde nicht noch einmal hinzugefügt.`
        : `${names} liegen schon in ${place} und wurden nicht noch einmal hinzugefügt.`,
    noPhotosIn: (names) =>
      `Keine Fotos in ${names}. Zieh Dateien in JPEG, PNG, WebP, AVIF, GIF oder BMP hierher, oder Ordner davon.`,
    nothingDropped:
      'Darin war nichts zu gebrauchen. Zieh Fotodateien oder Ordner hierher; ein Bild von einer anderen Seite musst du vielleicht erst speichern.',
    leftOut: (names, count) =>
      `Nicht genommen, weil ${count === 1 ? 'es kein Foto ist' : 'es keine Fotos sind'}: ${names}.`,
    unreadable: (names) =>
      `Nicht zu lesen: ${names}. Zieh die Fotos selbst hierher, oder wähl sie mit dem Knopf aus.`,
    unreadableNames: (count) =>
      count === 1
        ? 'Eine Datei in diesem Ordner hat einen Namen, den dieser Browser nicht lesen kann. Benenne sie um und zieh sie noch einmal hierher.'
        : `${count} Dateien in diesem Ordner haben Namen, die dieser Browser nicht lesen kann. Benenne sie um und zieh sie noch einmal hierher.`,
    noClassNames:
      'Die Namen der ImageNet-Klassen ließen sich nicht holen, darum stehen Nummern für sie. Lade die Seite neu, um es noch einmal zu versuchen.',
    noLanguage: 'Diese Sprache ließ sich nicht holen. Prüfe die Verbindung und versuch es noch einmal.',
    modelNotNeeded: 'Das Netz ist schon geladen; diese Dateien wurden nicht gebraucht.',
    samplesFailed:
      'Die Beispielautos ließen sich nicht holen. Prüfe die Verbindung und versuch es noch einmal.',
    drawnSamples:
      'Die Fotos des Vortrags sind nicht auf diesem Server; darum sind hier Autos, die wir gezeichnet haben. Mit ihnen geht alles genauso.',
    openElsewhere:
      'Nichts wurde geändert: Ein anderer Tab hat dieses Projekt offen. Drück Übernehmen, um hier daran zu arbeiten.',
    deleted: (project, days) =>
      `„${project}“ wurde gelöscht. Rückgängig holt es zurück, und ${days} Tage lang auch Projekte, unter Kürzlich gelöscht.`,
    deletedUnsaved: (project, count) =>
      `„${project}“ wurde gelöscht. Rückgängig holt es zurück, solange diese Seite offen ist; ${photos(count)} daraus ${count === 1 ? 'ist' : 'sind'} sonst nirgends gespeichert.`,
    setAside: (what) =>
      `Früher gespeichert, aber nicht mehr lesbar: ${what}. Der Rest ist hier. Was sich nicht lesen lässt, wurde aufgehoben, wie es war: Projekte, Beiseitegelegt gibt es heraus.`,
    asideProject: (project) => `„${project}“`,
    asideParts: (parts, project) => `${parts} von „${project}“`,
    asidePhotos: photos,
    asideBins: (count) => (count === 1 ? 'ein Fach' : `${count} Fächer`),
    asideSettings: 'die Einstellungen',
    newerProjects: (names, count) =>
      `Eine neuere Version von Binsight hat ${names} gespeichert; diese hier lässt ${count === 1 ? 'es' : 'sie'} in Ruhe. Lade die Seite neu, um jene Version zu bekommen.`,
    photosWait: (project, count) =>
      `Ein anderer Tab hat „${project}“ inzwischen geändert. ${count === 1 ? '1 Foto davon, das nicht gespeichert ist, wartet' : `${count} Fotos davon, die nicht gespeichert sind, warten`} in diesem Tab: Öffne „${project}“ hier, und drück Übernehmen, falls das angeboten wird, um ${count === 1 ? 'es' : 'sie'} hinzuzufügen.`,
    projectGone: (project) =>
      `„${project}“ ist nicht mehr im Speicher dieses Browsers. Wenn du eine Projektdatei davon hast, öffne die.`,
    neverSaved: (project, names, count) =>
      `Die Seite wurde geschlossen, bevor ${photos(count)} von „${project}“ gespeichert ${count === 1 ? 'war' : 'waren'}: ${names}. Füge ${count === 1 ? 'es' : 'sie'} noch einmal hinzu.`,
    exportWithout: (file, names, count) =>
      `${file} wurde ohne ${names} erstellt: Was dieser Browser davon aufgehoben hat, ist beschädigt oder weg. Zieh ${count === 1 ? 'dieses Foto' : 'diese Fotos'} noch einmal hierher, und nimm das Projekt dann noch einmal mit.`,
    openedWithout: (file, names, count) =>
      count === 1
        ? `${file} wurde ohne 1 Foto geöffnet, das nicht darin ist: ${names}.`
        : `${file} wurde ohne ${count} Fotos geöffnet, die nicht darin sind: ${names}.`,
    changedSince: (names) => `Nicht wie beim Schreiben der Datei: ${names}.`,
    addedSince: (names) => `Seither zu den Ordnern hinzugekommen: ${names}.`,
    takenAsTheyAre: 'Sie wurden genommen, wie sie sind.',
  },
};

const BY_HAND =
  'Nimm eine andere Kopie; oder zieh die Ordner mit Fotos darin hierher (ein Zip muss dazu entpackt werden).';
const LESS =
  'Mach sie kleiner: Nimm Fotos heraus (ein Zip muss dazu entpackt und danach wieder gepackt werden).';

const inFile = (entry: string | number | undefined) => (entry === undefined ? null : `${entry} darin`);

const saving: Words['saving'] = {
  nameOfProject: 'Name des Projekts',

  projects: {
    title: 'Projekte',
    thisOne: 'Dieses Projekt',
    make: 'Neues Projekt',
    duplicate: 'Dieses Projekt verdoppeln',
    openFile: 'Projektdatei öffnen …',
    delete: 'Dieses Projekt löschen',
    aside: 'Beiseitegelegt',
    asideCount: (count) => `Beiseitegelegt: ${count === 1 ? '1 Eintrag' : `${count} Einträge`}`,
    aboutAside: 'Nicht mehr lesbar. Wähl das, um sie herunterzuladen, wie sie waren, mit ihren Fotos',
    open: 'Öffnen',
    changed: (count, when) => `${photos(count)}, geändert ${when}`,
    deleted: 'Kürzlich gelöscht: zum Zurückholen wählen',
    deletedOne: (count, when, days) =>
      `${photos(count)}, gelöscht ${when}, wird noch ${days === 1 ? '1 Tag' : `${days} Tage`} aufgehoben`,
  },

  ago: {
    justNow: 'gerade eben',
    minutes: (count) => `vor ${count} min`,
    hours: (count) => `vor ${count} h`,
    yesterday: 'gestern',
    days: (count) => `vor ${count} Tagen`,
    on: (date) => `am ${date}`,
  },

  status: {
    saving: 'Wird gespeichert',
    saved: 'In diesem Browser gespeichert',
    savedSize: (size) => `In diesem Browser gespeichert, ${size}`,
    elsewhere: 'Von einem anderen Tab gespeichert',
    deleted: 'In einem anderen Tab gelöscht',
    not: 'Nicht gespeichert',
    stranded: (count) => `${photos(count)} nicht gespeichert`,
  },

  usageUnknown: 'Dieser Browser sagt nicht, wie viel er aufhebt und wie lange.',
  usage: (used, granted) =>
    `Alle Projekte zusammen: ${used}. Dieser Browser gewährt der Seite bis zu ${granted}, soweit die Festplatte Platz hat.`,
  promised: 'Er hat versprochen, alles aufzuheben, bis du es löschst.',
  notPromised:
    'Er hat nicht versprochen, es aufzuheben: Wenn die Festplatte voll wird, darf er es löschen. Was wichtig ist, nimm als Projektdatei mit.',

  elsewhere:
    'Dieses Projekt ist in einem anderen Tab offen, der es speichert. Hier kannst du es ansehen, aber nichts ändern.',
  takeOver: 'Übernehmen',
  deleted: (days) =>
    `Dieses Projekt wurde in einem anderen Tab gelöscht. ${days} Tage lang lässt es sich zurückholen, auch unter Projekte, Kürzlich gelöscht.`,
  bringBack: 'Zurückholen',
  notAllSaved: 'Nicht alles ist gespeichert: Der Speicher dieses Browsers ist voll.',
  notSaved: (count) =>
    `${photos(count)} ${count === 1 ? 'ist' : 'sind'} nicht gespeichert: Der Speicher dieses Browsers ist voll.`,
  fullRemedy:
    'Alles geht weiter, ist aber weg, wenn diese Seite geschlossen wird. Nimm das Projekt als Datei mit, oder lösche Projekte, die du nicht mehr brauchst, und lass sie endgültig entfernen.',
  used: (size) => `Bisher belegt: ${size}.`,
  clearDeleted: (count) =>
    `${count === 1 ? '1 gelöschtes Projekt' : `${count} gelöschte Projekte`} endgültig entfernen`,
  closeOtherTabs:
    'Ein anderer Tab von Binsight ist offen und braucht sie vielleicht noch. Schließ ihn, und drück den Knopf dann noch einmal.',
  closeUnseenTabs:
    'Dieser Browser verrät nicht, ob ein anderer Tab von Binsight offen ist, der sie vielleicht noch braucht. Sorg dafür, dass keiner offen ist, und drück den Knopf dann noch einmal.',
  again: 'Noch einmal versuchen',
  takeAway: 'Projekt mitnehmen',
  problem: {
    'storage-none': () => 'Nichts wird gespeichert: Dieser Browser gibt der Seite keinen Speicher.',
    'storage-newer': () =>
      'Nichts wird gespeichert: In diesem Browser war schon eine neuere Version von Binsight in Gebrauch.',
    other: ({ code, reason }) =>
      `Nichts wird gespeichert: Der Speicher dieses Browsers versagt (${reason ?? code}).`,
  },
  remedy: {
    'storage-none': () =>
      'Vielleicht ist das ein privates Fenster, oder der Speicher ist für diese Seite abgeschaltet. Alles geht, ist aber weg, wenn diese Seite geschlossen wird. Erlaub es, und versuch es dann noch einmal; oder nimm das Projekt als Datei mit.',
    'storage-newer': () =>
      'Lade diese Seite neu, um jene Version zu bekommen, oder mach dort weiter, wo sie offen ist. Was du hier tust, ist weg, wenn diese Seite geschlossen wird, es sei denn, du nimmst das Projekt als Datei mit.',
    other: () =>
      'Alles geht weiter, aber was du tust, ist weg, wenn diese Seite geschlossen wird. Nimm das Projekt als Datei mit, und versuch es dann noch einmal, oder starte den Browser neu.',
  },

  folderOfProject: 'Der Ordner von project.json',
  notOpened: (file, why) => `${file} wurde nicht geöffnet, und nichts wurde geändert: ${why}`,
  file: {
    'archive-not-a-zip': () =>
      'Das ist keine Zip-Datei, egal, was ihr Name sagt. Wähl eine, die hier mit „Projektdatei“ erstellt wurde: Ihr Name endet auf .binsight.zip.',
    'archive-damaged': ({ entry }) =>
      `${inFile(entry) ?? 'Die Datei'} ist beschädigt oder abgeschnitten. Kopiere sie noch einmal, oder lade sie noch einmal herunter.`,
    'archive-unreadable': () =>
      'Die Datei wurde inzwischen verschoben, geändert oder gelöscht. Wähl sie noch einmal aus.',
    'archive-encrypted': () =>
      'Die Datei ist mit einem Passwort gesperrt. Entpack sie, pack sie ohne Passwort wieder, und öffne das.',
    'archive-unsupported': ({ entry }) =>
      `${inFile(entry) ?? 'Die Datei'} ist auf eine Art gepackt, die diese Seite nicht kennt. Entpack alles, pack es wieder als einfaches Zip, und öffne das.`,
    'archive-path': ({ entry }) =>
      `Eine Datei darin würde beim Entpacken außerhalb ihres Ordners landen (${entry}), was keine ehrliche Datei tut. Nimm eine Kopie von jemandem, dem du traust.`,
    'archive-link': ({ entry }) =>
      `${inFile(entry) ?? 'Eine Datei darin'} ist nur ein Verweis auf etwas anderes. Entpack alles, pack es wieder als einfaches Zip, und öffne das.`,
    'archive-twins': ({ entry, twin }) =>
      `Zwei Dateien darin haben für manche Computer denselben Namen (${entry}${twin === entry ? '' : `, ${twin}`}). Entpack alles, benenne eine um, pack es wieder, und öffne das.`,
    'archive-too-many': ({ limit }) => `Die Datei enthält mehr als ${limit} Dateien. ${LESS}`,
    'archive-too-large': ({ entry, limit }) =>
      `${inFile(entry) ?? 'Alles darin'} hat entpackt mehr als ${limit}. ${LESS}`,
    'archive-ratio': ({ entry, limit }) =>
      `${inFile(entry) ?? 'Eine Datei darin'} wächst beim Entpacken auf mehr als das ${limit}-Fache, wie es Dateien tun, die eine Festplatte füllen sollen. Nimm eine Kopie von jemandem, dem du traust.`,
    'project-not-one': () =>
      'Darin ist keine project.json von Binsight, also ist es keine Projektdatei. Um Fotos daraus zu benutzen, entpack sie, und zieh ihre Ordner hierher.',
    'project-newer': () =>
      'Eine neuere Version von Binsight hat die Datei erstellt. Lade diese Seite neu, um jene Version zu bekommen, oder öffne die Datei dort, wo sie erstellt wurde.',
    'project-invalid': ({ reason }) =>
      `Ihre project.json ist nicht, wie Binsight sie schreibt (${reason}). ${BY_HAND}`,
    'project-photo-missing': ({ photo, count }) => {
      const more = Number(count) - 1;
      if (!(more > 0)) return `${photo} sollte darin sein, fehlt aber. ${BY_HAND}`;
      return `${photo} und ${more === 1 ? '1 weiteres Foto' : `${more} weitere Fotos`} sollten darin sein, fehlen aber. ${BY_HAND}`;
    },
    'worker-missing': () =>
      'ein Teil dieser Seite ließ sich nicht holen. Prüfe die Verbindung und versuch es noch einmal.',
    'worker-timeout': ({ seconds }) =>
      `Es hat länger als ${seconds} s gedauert. Schließ andere Seiten, und versuch es noch einmal.`,
    'storage-none': () =>
      'Dieser Browser gibt der Seite keinen Speicher. Erlaub ihn für diese Seite, und versuch es dann noch einmal.',
    'storage-newer': () =>
      'In diesem Browser war schon eine neuere Version von Binsight in Gebrauch. Lade die Seite neu, um sie zu bekommen.',
    'storage-failed': ({ code, reason }) =>
      `Der Speicher dieses Browsers versagt (${reason ?? code}). Versuch es noch einmal, oder starte den Browser neu.`,
    other: ({ code, reason }) =>
      `In dieser Seite ist etwas schiefgegangen (${code}${reason ? `: ${reason}` : ''}). Versuch es noch einmal, oder lade die Seite neu.`,
  },
};

/** „mehr nach a und b und weniger nach c“; bei Kanälen das, was für a, b und c spricht. */
const compared = ({ noun, groups }: Comparison): Phrase =>
  groups.flatMap(({ more, names }, i) => {
    const much = more ? 'mehr' : 'weniger';
    const named = namesIn(names, ' und ');
    return noun === 'classes'
      ? phrase`${i === 0 ? '' : ' und '}${much} nach ${named}`
      : phrase`${i === 0 ? '' : ', und '}${much} von dem, was für ${named} spricht`;
  });

const THAN = ' als deine Fotos im Schnitt';

/** As in „weil es … aussieht als …“ */
const becauseIt = (it: Comparison): Phrase =>
  it.noun === 'classes'
    ? phrase`weil es ${compared(it)} aussieht${THAN}`
    : phrase`weil es ${compared(it)}, zeigt${THAN}`;

/** As in „Andererseits sieht es … aus“ */
const alsoIt = (it: Comparison): Phrase =>
  it.noun === 'classes' ? phrase`sieht es ${compared(it)} aus` : phrase`zeigt es ${compared(it)}`;

/** As in „Es sieht … aus als …“ */
const itDoes = (it: Comparison): Phrase =>
  it.noun === 'classes'
    ? phrase`Es sieht ${compared(it)} aus${THAN}`
    : phrase`Es zeigt ${compared(it)},${THAN}`;

const why: Words['why'] = {
  heading: 'Warum',
  hint: 'Was zu dem Urteil geführt hat',
  chooseOne:
    'Wähl ein Foto aus, um zu sehen, was das Netz darin gesehen hat und was seinen Wert verschoben hat.',
  notYet: 'Sobald in zwei Fächern Fotos liegen, steht hier, was zu dem Urteil geführt hat.',
  seen: 'Hell: die 224 × 224 Pixel, die das Netz gesehen hat.',
  photoPage: 'Seite des Fotos',

  heat: {
    map: 'Heatmap',
    strength: 'Stärke der Heatmap',
    asking: 'Das Netz wird gefragt, woher der Wert kommt.',
    failed: 'Die Heatmap ließ sich nicht ausrechnen: Das Netz hat nicht geantwortet.',
    askAgain: 'Noch einmal fragen',
    place: (share, bin) => `${share} in Richtung ${bin}`,
    places: (count, sum) => `Woher der Wert kommt: ${count} Stellen, zusammen ${sum}`,
    placesNote:
      'Mit der Konstante ist das der Wert. Zeig auf eine Stelle des Fotos, um ihren eigenen Anteil zu sehen.',
    placesCaption: 'Anteil jeder Stelle am Wert, von links oben an',
  },

  reasons: {
    because: (bin, reasons, arePart, against): Phrase => [
      ...phrase`${capital(bin)}, ${becauseIt(reasons)}`,
      arePart ? ', und aus vielen kleineren Gründen.' : '.',
      ...(against ? phrase` Andererseits ${alsoIt(against)}.` : []),
    ],
    manySmall: (bin, against): Phrase =>
      phrase`${capital(bin)}, durch viele kleine Anteile zusammen. Die größten ziehen in die andere Richtung: ${itDoes(against)}.`,
    averageIsThere: (bin, against): Phrase =>
      phrase`${capital(bin)}, aber nur, weil ein durchschnittliches Foto schon auf dieser Seite liegt. Sein Aussehen zieht in die andere Richtung: ${itDoes(against)}.`,
    noBetter: (bin, against): Phrase =>
      phrase`${capital(bin)}, weil nichts besser passt. Sein Aussehen zieht in die andere Richtung: ${itDoes(against)}.`,
    constantAlone: (bin): Phrase =>
      phrase`${capital(bin)}, allein durch die Konstante: Nichts zieht in eine der Richtungen.`,
  },
  neither: (rule, classes) => (
    <>
      <strong>Weder noch.</strong> {rule} Für ImageNet sieht es nach {classes} aus.
    </>
  ),
  neitherRule: (similarity, limit, typical) =>
    `Das ähnlichste Foto gleicht ihm nur zu ${similarity}; unter ${limit} zählt es zu keinem von deinen, die einander typischerweise zu ${typical} gleichen.`,
  ifOneOfThem: (reasons) => <>Müsste es in eines der Fächer: {reasons}</>,

  sure: {
    waiting: 'Es wird ausgerechnet, wie sicher das ist …',
    failed: 'Wie sicher das ist, ließ sich nicht ausrechnen.',
    probability: ({ chance, bin, basis, wasLearned, isClose, isUnlike }) => (
      <>
        {wasLearned ? 'Aus diesem Foto wurde gelernt. Wäre es nicht so: ' : ''}
        <strong>{chance}</strong> {bin}
        {isClose ? ', also knapp' : ''}: {basis}.
        {isUnlike ? ' Aber es gleicht keinem der Fotos, aus denen gelernt wurde; darum sagt das wenig.' : ''}
      </>
    ),
    fromEachLeftOut: (count) => `aus ${count} einzeln weggelassenen Fotos`,
    fromGroupsLeftOut: (count, groups) => `aus ${count} in ${groups} Gruppen weggelassenen Fotos`,
    tooFew: (needed, smallest) =>
      `Noch keine Wahrscheinlichkeit: Jedes Fach braucht mindestens ${needed} Fotos, die sich reihum weglassen lassen${smallest > 0 ? `; das kleinste hat ${smallest}` : ''}.`,
    blind:
      'Keine Wahrscheinlichkeit: Reihum weggelassen, bekommen die Fotos Werte, an denen sich die Fächer nicht unterscheiden lassen.',
    alone: 'Keine Wahrscheinlichkeit: Es ist allein in seinem Fach.',
    notOfNeither: 'Keine Wahrscheinlichkeit: Die wird nur aus Fotos deiner Sorten gelernt.',
  },

  margin: {
    text: (distance, margin, isMoved) =>
      `${distance} von der Grenze; Rand ${margin} auf jeder Seite${isMoved ? '; die Schwelle wurde wegen der Größe der Fächer verschoben' : ''}`,
    none: 'Kein Abstand: Dieses Fach enthält genau die Fotos der anderen; nichts unterscheidet es von ihnen.',
    meaning:
      'Der Rand ist der Streifen entlang der Grenze. Beim Lernen wird er so breit gemacht, wie es geht, ohne dass zu viele Fotos in ihm liegen. Die Striche sind die Fotos, aus denen gelernt wurde.',
    thisPhoto: (score) => `Dieses Foto: Wert ${score}`,
    ruler: (score, from, to) =>
      `Der Wert dieses Fotos ist ${score}; die Grenze liegt bei 0, die Kanten des Rands liegen bei ${from} und ${to}.`,
    range: (bin, least, most) => `Fotos von ${bin}: von ${least} bis ${most}.`,
  },

  pushes: {
    classes:
      'Jede Klasse schiebt um ihr Gewicht mal das, was dieses Foto von ihr mehr oder weniger hat als deine Fotos im Schnitt. Zeig auf eine, um ihre Zahlen zu sehen.',
    channels:
      'Jeder Kanal schiebt um sein Gewicht mal das, was dieses Foto von ihm mehr oder weniger hat als deine Fotos im Schnitt. Zeig auf einen, um seine Zahlen zu sehen.',
  },
  showMore: { classes: 'Mehr Klassen zeigen', channels: 'Mehr Kanäle zeigen' },
  showFewer: { classes: 'Weniger Klassen zeigen', channels: 'Weniger Kanäle zeigen' },
  constant: 'Konstante',
  constantDetail: 'Der Wert eines Fotos, das genau so ist wie deine Fotos im Schnitt.',
  others: {
    classes: (count) => `${count} andere Klassen`,
    channels: (count) => `${count} andere Kanäle`,
  },
  othersDetail: 'Alle anderen zusammen, die meisten davon klein.',
  score: 'Wert',
  push: (term, value, detail) => `${term}: ${value}. ${detail}`,
  pushDetail: ({ here, average, difference, isLess, weight, value }) =>
    `Hier ${here}, in deinen Fotos im Schnitt ${average}: ${difference} ${isLess ? 'weniger' : 'mehr'}, mal ein Gewicht von ${weight} ergibt ${value}.`,

  mostAlike: 'Am ähnlichsten von den Fotos, aus denen gelernt wurde',
  neighbour: (photo, bin, similarity, weight) =>
    weight === null
      ? `${photo}, in ${bin}: zu ${similarity} ähnlich (1 heißt gleich), kein Stützvektor: Ohne dieses Foto würde sich die Grenze kaum bewegen`
      : `${photo}, in ${bin}: zu ${similarity} ähnlich (1 heißt gleich), ein Stützvektor mit Gewicht ${weight}: Er hält die Grenze, wo sie ist`,
};

const inside: Words['inside'] = {
  title: 'Hineinsehen',
  close: 'Schließen',
  tryAgain: 'Noch einmal versuchen',

  stages: 'Stufen des Netzes, vom Foto bis zu den Klassen',
  stage: (name, side, channels) => `${name}: ${side} × ${side} Stellen, ${channels} Kanäle`,
  places: (side) => `${side} × ${side}`,
  finds: {
    edges:
      'Kanäle finden hier meist eine Kante in einer Richtung oder einen Fleck einer Farbe, irgendwo auf dem Foto.',
    corners: 'Kanäle finden hier meist Ecken, kurze Linien, Streifen und Grenzen zwischen zwei Farben.',
    textures:
      'Kanäle finden hier meist Oberflächen wie Maschen, Fell oder Kies und einfache Bögen und Kreise.',
    patterns:
      'Kanäle finden hier meist größere Muster und einfache Formen und die ersten Teile von Dingen, etwa Augen.',
    parts: 'Kanäle finden hier meist Teile von Dingen: Räder, Fenster, Schnauzen, Beine, Buchstaben.',
    things:
      'Kanäle finden hier meist ganze Dinge und Szenen. Manche antworten auf mehrere, die wenig gemeinsam haben.',
  },
  asking: 'Das Netz wird gefragt, was es findet…',
  askAgain: 'Noch einmal fragen',
  legend: (shown, channels) =>
    `Die ${shown} von ${channels} Kanälen, die im Schnitt am stärksten sind; der Schnitt steht rechts darunter. Hell ist stark: jedes Bild nach seinem eigenen größten Wert.`,
  channels: 'Stärkste Kanäle',
  channel: (channel, mean, classes) =>
    `Kanal ${channel}, im Schnitt ${mean}${classes.length > 0 ? `, spricht für ${classes.join(' und ')}` : ''}`,
  showMore: (count, channels) => (count === channels ? `Alle ${count} zeigen` : `${count} zeigen`),
  showFewer: 'Weniger zeigen',

  pointAtOne:
    'Zeig auf einen Kanal oder wähl einen: Er wird auf das Foto gelegt, und das bleibt dort in vollem Licht, wo der Kanal stark ist.',
  channelOf: (channel, stage) => `Kanal ${channel} von ${stage}.`,
  values: (largest, mean) => `Größter Wert ${largest}, im Durchschnitt aller Stellen ${mean}.`,
  speaksFor: (classes) => `Mehr davon spricht am meisten für ${classes}.`,

  problem: {
    'worker-timeout': ({ seconds }) =>
      `Das Netz hat nach ${seconds} s nicht geantwortet. Schließ andere Seiten und versuch es noch einmal.`,
    other: ({ code, reason }) =>
      `Das Netz hat nicht geantwortet (${reason ?? code}). Versuch es noch einmal; wo der Speicher knapp ist, schließ zuerst andere Seiten.`,
  },

  dream: {
    title: 'Lass es träumen',
    titleOf: (name) => `Traum: ${name}`,
    what: 'Das Netz ändert das Foto Schritt für Schritt zu etwas, in dem es mehr von einer Sache sieht. Was herauskommt, ist kein Foto von irgendetwas.',
    more: (bin) => `mehr ${bin}`,
    moreOf: (channel, stage) => `mehr von Kanal ${channel} von ${stage}`,
    moreOfChannel: 'Mehr von einem Kanal',
    chooseChannel: 'Wähl einen Kanal, um mehr von dem zu bekommen, was er findet.',
    notTrained:
      'Wähl einen Kanal, um mehr von dem zu bekommen, was er findet. Sobald in zwei Fächern Fotos liegen, gibt es auch für jedes Fach einen Knopf.',

    preparing: 'Es wird vorbereitet: Dafür braucht es ein Netz, das sich rückwärts durchgehen lässt.',
    progress: 'Traum',
    step: (step, all, side) => `Schritt ${step} von ${all}, bei ${side} × ${side} Pixeln`,
    pixels: (side) => `${side} px`,
    stop: 'Anhalten',
    done: (all) => `Fertig, nach ${all} Schritten.`,
    stopped: (step, all) => `Angehalten nach Schritt ${step} von ${all}.`,
    scoreWent: (from, to) => `Der Wert des Traums selbst ging von ${from} auf ${to}.`,
    strengthWent: (from, to) => `Im Traum ging der Durchschnitt des Kanals von ${from} auf ${to}.`,

    compare: 'Foto oder Traum: wie viel vom Foto zu sehen ist, von links',
    mapsOfPhoto: 'Die Kanäle sind noch die des Fotos. „Zurück zum Foto“ legt den gewählten darüber.',
    thePhoto: 'Foto',
    theDream: 'Traum',
    save: 'Bild speichern',
    add: 'Zu den Testfotos',
    addToSee: 'Unter den Testfotos beurteilt es die Seite wie jedes andere.',
    added: (file) => `Es liegt unter den Testfotos als ${file}. Was die Seite zu beiden sagt:`,
    judging: 'wird beurteilt…',
    whyNeither:
      'Es heißt „weder noch“, was auch immer sein Wert ist: Das Bild ist allen Fotos unähnlich, aus denen gelernt wurde.',
    back: 'Zurück zum Foto',
    fileName: (photo, name) => `${photo} ${name}.png`,

    question: 'Wie macht es das?',
    answer:
      'Zu jedem Pixel sagt das Netz, in welche Richtung er sich ändern müsste, damit der Wert steigt; alle gehen einen kleinen Schritt in diese Richtung, und dann wird es wieder gefragt. Es fängt mit einer kleinen Kopie des Fotos an, für grobe Formen, und macht mit größeren weiter, für feine. Das heißt DeepDream (2015).',
    scoresMeaning:
      'Vor jedem Schritt wird das Bild um einige Pixel verschoben, damit sich kein Raster zeigt, und in jeder Größe sieht es ein wenig anders aus: Deshalb steigt der Wert nicht jedes Mal und fängt in jeder Größe neu an.',
  },
};

const evaluation: Words['evaluation'] = {
  heading: 'Wie gut ist es?',
  hint: 'Ausprobiert an Fotos, aus denen nicht gelernt wurde',
  notYet:
    'Sobald in zwei Fächern Fotos liegen, steht hier, wie oft weggelassene Fotos richtig beurteilt werden, ob mehr Fotos helfen würden, woraus die Grenze besteht und wo die Fotos liegen.',
  nothingLearned:
    'Aus den Fotos, die da sind, wurde nichts gelernt: Die Zeile unter den Fächern sagt, warum.',
  oneMoment: 'Einen Moment …',
  notFetched: 'Dieser Teil der Seite ließ sich nicht holen. Prüfe die Verbindung.',
  tryAgain: 'Noch einmal versuchen',

  leftOut: {
    title: 'Weggelassen: Wer wird richtig beurteilt?',
    right: (right, tried, accuracy) => (
      <>
        <strong>
          {right} von {tried}
        </strong>{' '}
        werden richtig beurteilt, {accuracy}.
      </>
    ),
    accuracy: (all, balanced) =>
      balanced === null ? all : `${all} (${balanced}, wenn jedes Fach gleich zählt)`,
    aloneInBins: (count) =>
      count === 1
        ? '1 Foto ließ sich nicht weglassen: Ohne dieses Foto wäre ein Fach leer.'
        : `${count} Fotos ließen sich nicht weglassen: Ohne sie wäre ein Fach leer.`,
    noneTried: 'Um eines wegzulassen, braucht es zwei Fotos in einem Fach.',
    verdict: (actual, predicted, score) =>
      `liegt in ${actual}, sieht aus wie ${predicted}, weggelassen ${score}`,
    noneWrong: 'Keines wurde falsch beurteilt.',
    noPhotos: 'Hier sind keine Fotos.',
    showWhy: (photo) => `${photo}: zeigen, warum`,
    move: 'Dorthin legen',
    remove: 'Herausnehmen',
    act: (action, photo) => `${action}: ${photo}`,
    question: 'Was heißt weggelassen?',
    answer: (groups, time) =>
      `${
        groups === null
          ? 'Reihum wird jedes Foto herausgenommen; die Maschine lernt aus allen anderen und beurteilt dieses eine.'
          : `Die Fotos werden auf ${groups} Gruppen verteilt, die Fächer gleichmäßig; reihum wird jede Gruppe herausgenommen, und die Maschine lernt aus den anderen und beurteilt sie. (Jedes einzeln wegzulassen würde bei so vielen zu lange dauern.)`
      } So wird kein Foto von einer Maschine beurteilt, die es kennt. Das dauert ${time}, nebenher in einem eigenen Worker, und beginnt von vorn, wenn sich ein Fach ändert. Fotos, die falsch beurteilt werden, liegen vielleicht im falschen Fach oder gleichen den anderen in ihrem nicht.`,
  },

  matrix: {
    caption: 'Fotos nach ihrem Fach und danach, wie sie weggelassen aussehen',
    isIn: 'liegt in',
    looksLike: 'sieht weggelassen aus wie',
    cell: (count, actual, predicted) =>
      `${photos(count)} in ${actual}, ${count === 1 ? 'das aussieht' : 'die aussehen'} wie ${predicted}`,
    right: 'im eigenen Fach gefunden',
    wrong: 'verwechselt',
  },

  curve: {
    title: 'Würden fünf Fotos mehr helfen?',
    waiting: 'Es wird mit weniger Fotos ausprobiert …',
    tooFew:
      'Die Kurve braucht mindestens zwei Fotos in jedem Fach: eines zum Lernen, eines zum Ausprobieren.',
    upwards: 'richtig beurteilt, von Fotos, aus denen nicht gelernt wurde; jedes Fach zählt gleich',
    across: 'Fotos je Fach',
    chance: (share) => `geraten: ${share}`,
    stepper: 'Punkt der Kurve',
    point: (perBin, mean, low, high) =>
      `Mit ${photos(perBin)} je Fach: im Durchschnitt ${mean} richtig; acht von zehn Versuchen liegen zwischen ${low} und ${high}.`,
    note: (repeats) =>
      `Die Linie ist der Durchschnitt von ${repeats} zufälligen Auswahlen von Fotos; im Band liegen acht von zehn.`,
    perBin: 'Fotos je Fach',
    mean: 'Im Durchschnitt richtig',
    low: 'Untere Kante des Bands',
    high: 'Obere Kante des Bands',
  },
  more: {
    cannotTell: 'Um das zu sagen, braucht es drei Fotos in jedem Fach.',
    change: (points, from, to, error) =>
      `${points} Punkte von ${from} auf ${to} Fotos je Fach, plus oder minus ${error}`,
    rising: (change) => `Wahrscheinlich: Es wird noch besser (${change}).`,
    flat: (change) =>
      `Kaum: Es wird nicht mehr besser (${change}). Andere Merkmale oder andere Fotos könnten helfen.`,
    unknown: (change) => `Aus diesen schwer zu sagen: ${change}.`,
    perfect: (perBin) =>
      `Kaum: Mit ${perBin} Fotos je Fach ist es fast immer richtig. Schwierigere Testfotos würden mehr verraten.`,
  },

  featuresTitle: 'Worauf es schaut',
  featuresCaption: 'Arten, ein Foto zu beschreiben, mit derselben Maschine',
  features: {
    logits: {
      title: 'Die 1000 Klassen (logits)',
      hint: 'Das letzte Wort des Netzes: wie sehr ein Foto nach jeder aussieht; jede Zahl hat einen Namen',
    },
    pool5: {
      title: 'Das letzte Modul (pool5)',
      hint: '1024 Kanäle, über das Foto gemittelt: woraus die Klassen gemacht sind',
    },
    inception_4d: {
      title: 'Die Mitte (inception_4d)',
      hint: '528 Kanäle, über das Foto gemittelt: Muster und Teile, noch keine Dinge',
    },
  },
  headsTitle: 'Wie es lernt',
  headsCaption: 'Arten zu lernen, aus denselben Merkmalen',
  heads: {
    svm: {
      title: 'Stützvektor\u00admaschine',
      hint: 'Die Grenze mit der breitesten Lücke; die Fotos an ihrem Rand entscheiden',
    },
    softmax: {
      title: 'Softmax-Regression',
      hint: 'Gradientenabstieg, wie in TensorFlow for Poets; alle Fotos entscheiden',
    },
    nearest: {
      title: 'Nächste Nachbarn',
      hint: 'Wie in der ersten Teachable Machine: Die ähnlichsten Fotos stimmen ab',
    },
  },
  contenders: {
    way: 'Art',
    heldOut: 'Weggelassen richtig',
    tests: 'Testfotos',
    training: 'Lernen',
    inUse: 'Aktiv',
    waiting: 'wird gemessen …',
    right: (right, tried) => `${right} von ${tried}`,
    rightInFull: (right, tried, accuracy) => `Weggelassen ${right} von ${photos(tried)} richtig: ${accuracy}`,
    tooFew: 'zu wenige',
    noneHeldOut: 'Kein Foto ließ sich weglassen',
    agreement: (same, all) => `${same} von ${all} gleich`,
    noTests: 'keine Testfotos',
    trainingTime: 'Lernen',
    isInUse: '✓ aktiv',
    use: 'Nehmen',
    choose: (way) => `${way} nehmen`,
  },
  basis: {
    none: 'Noch ließ sich kein Foto weglassen.',
    eachLeftOut: (count) => `Ausprobiert an ${photos(count)}, jedes einmal weggelassen.`,
    groupsLeftOut: (count, groups) => `Ausprobiert an ${photos(count)}, in ${groups} Gruppen weggelassen.`,
  },
  price: {
    name: 'Preis eines Fehlers (C)',
    back: (C) => `Zurück auf ${C}`,
    note: 'Klein: ein breiter Rand, der Fehler duldet. Groß: Jedes Foto muss stimmen.',
  },

  makeup: {
    title: 'Woraus deine Grenze besteht',
    towards: (bin) => `in Richtung ${bin}`,
    listName: (bin) => `In Richtung ${bin}`,
    nothing: 'Nichts schiebt hierhin.',
    note: {
      classes:
        'Die Klassen mit den größten Gewichten: was eine Einheit mehr von jeder am Wert ändert, egal bei welchem Foto.',
      channels:
        'Die Kanäle mit den größten Gewichten: was eine Einheit mehr von jedem am Wert ändert, egal bei welchem Foto.',
    },
    supports: (count, all) =>
      `${count} von ${photos(all)} ${count === 1 ? 'hält' : 'halten'} die Grenze, wo sie ist: die Stützvektoren. Ohne eines der anderen würde sie sich kaum bewegen.`,
    supportVectors: 'Stützvektoren',
    supportVector: (photo, bin, weight) => `${photo}, in ${bin}, Gewicht ${weight}`,
  },

  map: {
    title: 'Wo die Fotos liegen',
    waiting: 'Es wird ausgerechnet, wo die Fotos liegen …',
    frame: 'Karte der Fotos',
    name: 'Fotos danach, wie sie sich unterscheiden',
    axis: {
      across: (share) => `quer: ${share} aller Unterschiede`,
      upwards: (share) => `aufwärts: ${share} aller Unterschiede`,
    },
    marks: 'Zeichen auf der Karte',
    testPhoto: 'Testfoto',
    takenOut: 'herausgenommen',
    zoomIn: 'Vergrößern',
    zoomOut: 'Verkleinern',
    showAll: 'Alles zeigen',
    list: 'Fotos auf der Karte; Pfeiltasten führen von einem zum nächsten',
    place: (across, upwards) => `${across}; ${upwards}`,
    point: 'Zeig auf ein Foto, um seinen Namen zu sehen; drück darauf, um zu sehen, warum.',
    shownPhoto: (photo, what, place) => `${photo}, ${what}, bei ${place}`,
    moving:
      'Vergrößern mit den Knöpfen, zwei Fingern oder Strg (⌘) und dem Rad; nach einem Klick in die Karte genügt das Rad allein. Zieh sie, um sie zu bewegen, oder nimm die Pfeiltasten, +\u00a0und\u00a0−.',
    question: 'Wie entsteht diese Karte?',
    answer:
      'Das Netz beschreibt jedes Foto durch viele Zahlen. Die Karte zeigt die zwei Richtungen, in denen sich deine Fotos am meisten unterscheiden (ihre Hauptkomponenten). Worin sie sich sonst noch unterscheiden, ist hier nicht zu sehen: Fotos können gemischt aussehen, obwohl die Grenze sie trennt.',
    shown: (learned, tests, across, upwards) =>
      `${photos(learned)} in Fächern${tests > 0 ? ` und ${photos(tests)} zum Testen` : ''}, danach angeordnet, wie sie sich unterscheiden: ${across} aller Unterschiede quer, ${upwards} aufwärts.`,
    directionsFrom: (count) => `Die Richtungen wurden aus ${count} davon ermittelt.`,
    boundary: (below, above) =>
      `Eine Linie zeigt, wo das Urteil in dieser Ebene umschlagen würde, von ${below} zu ${above}.`,
    seeList: 'Die Liste der Fotos nennt jede Stelle.',
  },
};

const offers: Words['takeAway']['offers'] = {
  project: {
    name: 'Projektdatei',
    purpose:
      'Alles, um hier oder auf einem anderen Computer weiterzumachen: ein Zip mit einem Ordner für jedes Fach, darin die Fotos genau so, wie sie gekommen sind.',
  },
  bundle: {
    name: 'Modellpaket',
    purpose:
      'Der Klassifikator mit seinem Netz, der ohne diese Seite läuft: ein ONNX-Modell, Skripte für Python und Node und bis zu zehn deiner Fotos, um zu prüfen, dass sie dasselbe sagen wie diese Seite.',
  },
  head: {
    name: 'Klassifikator allein',
    purpose:
      'Nur was aus deinen Fotos gelernt wurde, als JSON, für Programme, die Inception v1 schon haben. Kein Foto ist darin.',
  },
  csv: {
    name: 'Tabelle der Urteile',
    purpose:
      'Eine Zeile für jedes Testfoto, für eine Tabellenkalkulation: Urteil, Wert, Abstand, Wahrscheinlichkeit und die Klassen, die das Netz gesehen hat.',
  },
  report: {
    name: 'Bericht',
    purpose:
      'Zum Drucken oder Verschicken: Fotos, Urteile mit ihren Gründen und wie gut es ist, in einer Datei, die sich in jedem Browser öffnet.',
  },
};

const notMade = {
  project: 'Die Projektdatei konnte nicht erstellt werden',
  bundle: 'Das Modellpaket konnte nicht erstellt werden',
  head: 'Der Klassifikator konnte nicht erstellt werden',
  csv: 'Die Tabelle der Urteile konnte nicht erstellt werden',
  report: 'Der Bericht konnte nicht erstellt werden',
  aside: 'Das Beiseitegelegte konnte nicht erstellt werden',
};

const takeAway: Words['takeAway'] = {
  title: 'Mitnehmen',
  promise: 'Alles wird in dieser Seite erstellt; nichts wird irgendwohin geschickt',
  offers,

  noProject: 'Das Projekt ist noch leer.',
  noTraining: 'Es ist noch nichts gelernt.',
  noVerdicts: 'Es ist noch kein Testfoto beurteilt.',
  atHalfPrecision: `Die Fotos wurden mit halber Genauigkeit gesehen; außerhalb dieser Seite werden sie mit voller gesehen, und die Werte wären andere. Wähl in der Statuszeile ${common.backends.wasm} oder ${common.backends.cpu}; dann lässt es sich erstellen.`,

  about: (size) => `Etwa ${size}.`,
  making: 'Wird erstellt …',
  progress: 'wird erstellt',
  made: (file, size) => `Erstellt: ${file}, ${size}.`,
  notMade: 'Ließ sich nicht erstellen.',
  kilobytes: (count) => `${count} kB`,

  lost: (what, photo = 'Ein Foto') =>
    `${notMade[what]}: ${photo} ist nicht mehr im Speicher dieses Browsers. Entferne es oder zieh es noch einmal hierher, und versuch es dann noch einmal.`,
  damaged: (what, photo = 'einem Foto') =>
    `${notMade[what]}: Was dieser Browser von ${photo} aufgehoben hat, ist beschädigt. Entferne es oder zieh es noch einmal hierher, und versuch es dann noch einmal.`,
  moved: (what, photo = 'Ein Foto') =>
    `${notMade[what]}: ${photo} wurde verschoben, geändert oder gelöscht, seit es hierher gezogen wurde. Zieh es noch einmal hierher, und versuch es dann noch einmal.`,
  tooMany: (what, limit) =>
    `${notMade[what]}: In eine Projektdatei passen höchstens ${limit} Fotos. Nimm einige heraus, oder verdopple das Projekt und halbiere jedes.`,
  tooLarge: (what, limit) =>
    `${notMade[what]}: Alle Fotos zusammen haben mehr als ${limit}. Nimm einige heraus, und versuch es dann noch einmal.`,
  entryTooLarge: (what, entry, limit) =>
    `${notMade[what]}: ${entry} hat mehr als ${limit}. Nimm einige Fotos heraus, und versuch es dann noch einmal.`,
  noRoom: (what) =>
    `${notMade[what]}: Auf der Festplatte oder in dem Teil davon, den dieser Browser bekommt, ist kein Platz dafür. Schaff etwas Platz, und versuch es dann noch einmal.`,
  notFetched: (what) =>
    `${notMade[what]}: Ein Teil dieser Seite ließ sich nicht holen. Prüfe die Verbindung, und versuch es dann noch einmal.`,
  tooSlow: (what, seconds) =>
    `${notMade[what]}: Es hat länger als ${seconds} s gedauert. Nimm einige Fotos heraus, oder versuch es noch einmal.`,
  refused: (what, why) => `${notMade[what]}. ${why}`,
  noNetwork: (what, why) => `${notMade[what]}, denn dafür wird das Netz gebraucht: ${why}`,
  broken: (what, cause) =>
    `${notMade[what]}: In dieser Seite ist etwas schiefgegangen (${cause}). Versuch es noch einmal.`,

  back: {
    title: 'Zurückbringen',
    how: 'Eine Projektdatei wird als eigenes Projekt geöffnet; was hier ist, bleibt gespeichert. Zieh sie irgendwohin auf diese Seite, oder wähl sie aus.',
    open: 'Projektdatei öffnen',
    whereKept: 'Wo wird das alles aufgehoben, und wie lange?',
    kept: 'In diesem Browser, auf diesem Computer: Jede Änderung wird gleich gespeichert und ist wieder da, wenn du zurückkommst. Kein Server hat sie, also auch kein anderer Computer; dafür gibt es die Projektdatei.',
  },

  snippet: {
    title: 'In einer eigenen Seite',
    name: 'Code für Webentwickler',
    copy: 'Kopieren',
    copied: 'Kopiert.',
    selected: (keys) => `Ausgewählt: Drück ${keys}.`,
  },
};

const report: Words['report'] = {
  title: 'Binsight-Bericht',
  documentTitle: (project) => `${project}: Binsight-Bericht`,
  sheet: (page, pages) => `${page} von ${pages}`,
  noPicture: 'kein Bild',

  learned: {
    title: 'Was gelernt wurde',
    from: (count, bins) => (
      <>
        Gelernt aus <strong>{photos(count)}</strong> in {bins} Fächern.
      </>
    ),
    nothing: 'Noch nichts gelernt: Leg in zwei Fächer mindestens je ein Foto.',
    unread: (photo, why) => `${photo}: ${why}`,
    notRead: 'noch nicht gelesen',
    neither: '„Weder noch“',
    allowed: 'erlaubt',
    notAllowed: 'nicht erlaubt',
  },

  accuracy: {
    tooEarly: 'Das wurde noch ausgerechnet, als dieser Bericht entstand.',
    unseen: 'So wurde kein Foto von einer Maschine beurteilt, die es kannte.',
    looksLike: 'sieht aus wie',
    right: (right, all) => (
      <>
        <strong>✓ {right}</strong> von {all}
      </>
    ),
    mistaken: (count, bin) => (
      <>
        {count} {count === 1 ? 'sieht' : 'sehen'} aus wie {bin}
      </>
    ),
  },

  verdicts: {
    title: 'Urteile',
    judged: (judged, others) =>
      others === 0 ? `${photos(judged)} beurteilt.` : `${photos(judged)} beurteilt, ${others} nicht.`,
    firstMaps: (most) => `Heatmaps gibt es nur für die ersten ${most}.`,
    noMaps: 'Die Heatmaps fehlen: Das Netz konnte nicht danach gefragt werden.',
    fewerMaps: (without) =>
      `Die Heatmaps von ${photos(without)} fehlen: Das Netz konnte nicht danach gefragt werden.`,
    photo: 'Foto',
    verdict: 'Urteil',
    score: 'Wert',
    distance: 'Abstand',
    probability: 'Wahr\u00adscheinlich\u00adkeit',
  },

  reasons: {
    map: 'Heatmap auf dem Foto',
    places: (count, sum) => `${count} Stellen, zusammen ${sum}; mit der Konstante ist das der Wert.`,
    scored: (score, distance) => `Wert ${score}, Abstand ${distance}.`,
    likeliest: (classes) => <>Die fünf wahrscheinlichsten der 1000 Klassen von ImageNet: {classes}.</>,
    nearest: 'Am ähnlichsten von den Fotos, aus denen gelernt wurde (1 heißt gleich)',
  },

  colophon: {
    title: 'Was die Zahlen bedeuten',
    meaning: (sides) =>
      `Ein Netz, das 1000 Dinge kennt, Inception v1, beschreibt jedes Foto in Zahlen; eine lineare Stützvektormaschine zieht eine Grenze zwischen den Fächern. Ein Wert ist die Summe seiner Anteile: jeder ein Gewicht mal das, was das Foto von etwas mehr oder weniger hat als die gelernten Fotos im Durchschnitt; die Konstante ist der Wert eines durchschnittlichen Fotos. ${sides} Der Abstand ist der Wert geteilt durch die Länge der Gewichte: wie weit das Foto von der Grenze liegt, in den Einheiten des Rands. Wahrscheinlichkeiten werden aus Fotos gelernt, die weggelassen wurden, und gelten für Fotos wie diese.`,
    twoBins: (below, above) => `Unter 0 spricht ein Wert für ${below}, über 0 für ${above}.`,
    moreBins: 'Jedes Fach hat eine eigene Grenze gegen alle anderen, und der höchste Wert gewinnt.',
    network: (precision, size, backend) => `Inception v1, ${precision}, ${size}, auf ${backend}.`,
    model: (id) => `Modell ${id}.`,
    made: 'Von Binsight im Browser erstellt; kein Foto hat ihn verlassen.',
  },
};

const PILES = [
  'keine Stapel',
  'ein Stapel',
  'zwei Stapel',
  'drei Stapel',
  'vier Stapel',
  'fünf Stapel',
  'sechs Stapel',
];
const piles = (count: number) => PILES[count] ?? `${count} Stapel`;

const talk: Words['talk'] = {
  open: 'Vortrag',
  aboutOpen: 'Die Geschichte in großer Schrift, mit Tasten',
  title: 'Vortragsmodus',
  story: 'Die Geschichte',
  steps: {
    empty: 'Leer',
    look: 'Ein Foto',
    bins: 'Fächer',
    learned: 'Gelernt',
    tests: 'Neue Fotos',
    wrong: 'Falsch',
    neither: 'Weder noch',
    link: 'Ausprobieren',
  },
  back: 'Zurück',
  next: 'Weiter',
  reset: 'Noch einmal',
  aboutReset: 'Diesen Schritt von vorn',
  end: 'Schließen',
  close: 'Den Vortrag schließen',
  notFetched:
    'Der Vortragsmodus konnte nicht geladen werden. Prüfe die Verbindung und versuche es noch einmal.',
  promise: (bins) => `Lehr diese Seite, ${piles(Math.max(2, bins))} Fotos zu unterscheiden.`,
  empty: 'Fotos bleiben in dieser Seite: Nichts wird irgendwohin geschickt.',
  look: {
    title: 'Was sieht ein Netz, das 1000 Dinge kennt?',
    how: 'Inception v1, trainiert mit 1,2 Millionen Fotos. Es wird nicht weiter trainiert: Seine 1000 Zahlen beschreiben das Foto.',
  },
  bins: {
    title: (bins) => `${capital(piles(bins))} Fotos`,
    some: (shown, all) => `${shown} von ${photos(all)}`,
  },
  learned: {
    from: (count) => `Aus ${photos(count)} gelernt in`,
    how: (bins) =>
      bins > 2
        ? 'Stützvektormaschinen: für jeden Stapel von allen Grenzen zwischen ihm und den anderen die mit dem breitesten Abstand.'
        : 'Eine Stützvektormaschine: von allen Grenzen zwischen den Stapeln die mit dem breitesten Abstand.',
    notYet: 'Noch nichts gelernt: Zwei Fächer brauchen ein Foto, das sich lesen lässt.',
  },
  test: {
    question: 'Was ist es?',
    none: 'Zieh ein Foto hierher, das sie noch nie gesehen hat.',
    place: (number, of) => `${number} von ${of}`,
    learnedFrom: (bins) => `Daraus wurde gelernt: Es liegt auch in ${bins}.`,
  },
  wrong: {
    title: 'Beim Lernen ausgelassen, gilt es als',
    what: (bin) => `Es liegt in ${bin}.`,
    alike: (bin, there, of) => {
      const lie =
        there === 0
          ? 'liegt keines'
          : there === 1
            ? 'liegt eines'
            : `liegen ${there === of ? 'alle' : there}`;
      return `Von den ${of} ähnlichsten Fotos ${lie} in ${bin}.`;
    },
    how: (wrong, tried) => `${wrong} von ${tried} kommen falsch heraus, wenn sie ausgelassen werden.`,
    none: 'Keines',
    noneOf: (tried) => `Alle ${tried} Fotos kommen richtig heraus, wenn sie ausgelassen werden.`,
  },
  neither: {
    known: 'Nicht „weder noch“: Aus Fotos wie diesem ist gelernt worden.',
    none: 'Keines der Testfotos ist von anderer Art. Zieh eines hierher, das es ist.',
  },
  link: {
    title: 'Probier es aus',
    how: 'Mit zwei beliebigen Stapeln Fotos. In deinem Browser; kein Foto verlässt ihn.',
  },
};

const share: Words['share'] = {
  title: 'Anderen zeigen',
  how: 'Die Seite öffnet sich überall unter ihrer Adresse; ein Projekt geht als seine Datei zu anderen.',
  code: (address) => `QR-Code von ${address}`,
  local: 'Diese Adresse gilt nur auf diesem Rechner. Lege die Seite auf einen Server, um sie zu teilen.',
  copy: 'Adresse kopieren',
  copied: 'Kopiert.',
  notCopied: 'Dieser Browser ließ sie nicht kopieren: Markiere die Adresse und kopiere sie von Hand.',
};

const moving: Words['moving'] = {
  begin: 'Verschieben',
  title: 'Fotos verschieben',
  take: 'Tipp auf die Fotos, die du verschieben willst.',
  put: (count) =>
    count === 1
      ? '1 Foto aufgenommen: Tipp darauf, wohin es soll.'
      : `${count} Fotos aufgenommen: Tipp darauf, wohin sie sollen.`,
  tray: 'Testen',
  to: (count, bin) => `${photos(count)} in ${bin} legen`,
  toTray: (count) => `${photos(count)} zu den Testfotos legen`,
  cancel: 'Abbrechen',
};

const said: Words['said'] = {
  added: (what, bin) => {
    if (bin === undefined) return `${what} hinzugefügt.`;
    return bin === null ? `${what} zu den Testfotos gelegt.` : `${what} in ${bin} gelegt.`;
  },
  addedToSeveral: (count, parts) => `${photos(count)} hinzugefügt: ${parts}.`,
  countTo: (count, bin) => `${count} ${bin ? `in ${bin}` : 'zu den Testfotos'}`,
  moved: (what, bin) => `${what} ${bin ? `nach ${bin}` : 'zu den Testfotos'} verschoben.`,
  removed: (what, bin) => {
    if (bin === undefined) return `${what} entfernt.`;
    return `${what} aus ${bin ?? 'den Testfotos'} entfernt.`;
  },
  binAdded: (bin) => `Fach ${bin} hinzugefügt.`,
  binRemoved: (bin, count) =>
    count === 0 ? `Fach ${bin} entfernt.` : `Fach ${bin} mit ${photos(count)} entfernt.`,
  binRenamed: (before, bin) => `Das Fach ${before} heißt jetzt ${bin}.`,
  projectRenamed: (project) => `Das Projekt heißt jetzt ${project}.`,
  open: (project, count) =>
    count === 0 ? `„${project}“ ist offen, ohne Fotos.` : `„${project}“ ist offen, mit ${photos(count)}.`,
  setting: 'Eine Einstellung wurde geändert.',
  undone: (step) => `Rückgängig gemacht: ${step}`,
  redone: (step) => `Wieder getan: ${step}`,

  learned: (count, right, tried) =>
    tried === 0
      ? `Aus ${photos(count)} gelernt.`
      : `Aus ${photos(count)} gelernt; weggelassen werden ${right} von ${tried} richtig beurteilt.`,
  verdict: (bin, by) => `${bin}, um ${by}`,
  ofPhoto: (photo, text) => `${photo}: ${text}.`,
  judged: (count, parts) => `${count} Testfotos beurteilt: ${parts}.`,
  countOf: (count, verdict) => `${count} ${verdict}`,
  failed: (count, names) =>
    count === 1 ? `1 Foto ist unbrauchbar: ${names}.` : `${count} Fotos sind unbrauchbar: ${names}.`,

  networkReady: 'Das Netz ist bereit.',
  computedWith: (backend) => `Das Netz wird jetzt mit ${backend} berechnet.`,
  offlineReady: 'Die Seite ist jetzt auch ohne Verbindung bereit.',
};

export const de: Words = {
  tag: 'de',
  locale: 'de-DE',
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

// How it works, in German: what en.tsx says, in the same order.

import { fixed, grouped, percent, signed } from '../../ui/sentences.ts';
import { capital } from '../../ui/words/phrase.ts';
import { words } from '../../ui/words/words.ts';
import type { ArticleWords, Labels } from '../article.ts';
import {
  astrayOnMap,
  closeCalls,
  example,
  firstTerm,
  modernWhenCovered,
  nearMiss,
  offTheMap,
  rightBy,
  rightLeftOut,
  supports,
  turnedAway,
} from '../facts.ts';
import { figures } from '../figures.ts';
import { Telling, Weights } from '../parts/Averages.tsx';
import { CarMap } from '../parts/CarMap.tsx';
import { Changes } from '../parts/Changes.tsx';
import { Descriptions } from '../parts/Descriptions.tsx';
import { Gap } from '../parts/Gap.tsx';
import { Likeness } from '../parts/Likeness.tsx';
import { Looks } from '../parts/Looks.tsx';
import { Pixels } from '../parts/Pixels.tsx';
import { SamplePhoto } from '../parts/SamplePhoto.tsx';
import { Stages } from '../parts/Stages.tsx';
import { Sum } from '../parts/Sum.tsx';
import { Tests } from '../parts/Tests.tsx';
import { WrongCars } from '../parts/WrongCars.tsx';

const COUNTS = ['null', 'eins', 'zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun', 'zehn'];
/** A small number as a word. */
const count = (number: number): string => COUNTS[number] ?? String(number);

export const de = (): ArticleWords => ({
  title: 'Wie es geht',
  lead: (
    <>
      Für alle, die noch nie einem neuronalen Netz begegnet sind. Eine Viertelstunde zum Lesen. Jede Zahl auf
      dieser Seite ist echt: Binsight hat sie mit seinem eigenen Code aus den{' '}
      {figures.learned.length + figures.tests.length} Fotos hinter <b>{words.page.samples}</b> und aus dem
      Foto einer Katze ausgerechnet. Drück in <a href="./">Binsight</a> auf diesen Knopf, dann findest du die
      Zahlen wieder.
    </>
  ),
  contents: 'Auf dieser Seite',
  other: { address: './how-it-works.html', tag: 'en', name: 'English' },
  sections: { ...seeing(), ...learning(), ...judging(), ...doubting() },
  end: (
    <>
      Genug gelesen: <a href="./">Bring ihr zwei Stapel eigener Fotos bei</a>.{' '}
      <a href="./privacy.de.html">Kein Foto verlässt die Seite</a>.
    </>
  ),
  labels: labels(),
});

const seeing = (): Pick<ArticleWords['sections'], 'photo' | 'network' | 'names' | 'kinds'> => ({
  photo: {
    title: 'Ein Foto ist eine Liste von Zahlen',
    body: (
      <>
        <p>
          Für einen Computer ist ein Foto ein Raster aus Punkten, den Pixeln, und jedes Pixel besteht aus drei
          Zahlen: wie viel rotes, grünes und blaues Licht da ist, von 0 für keines bis 255 für das meiste.
          Binsight nimmt das größte Quadrat aus der Mitte eines Fotos und macht es 224 Pixel breit und 224
          hoch. Das sind 224 × 224 × 3 = {grouped(224 * 224 * 3)} Zahlen. Hier ist ein Foto, und dazu{' '}
          {figures.pixels.rows.flat().length} seiner {grouped(224 * 224)} Pixel, vom Rand der Zunge:
        </p>
        <div className="beside">
          <SamplePhoto file={figures.cat.file} />
          <Pixels />
        </div>
        <p>
          Nichts in diesen Zahlen sagt „Katze“. Würde die Katze ihren Kopf um einen Fingerbreit bewegen, wären
          fast alle Zahlen anders, und sie wäre immer noch eine Katze. Fotos Zahl für Zahl zu vergleichen,
          führt also zu nichts. Zuerst muss jemand hinsehen.
        </p>
      </>
    ),
  },
  network: {
    title: 'Ein Netz, das sehen gelernt hat',
    body: (
      <>
        <p>
          Das tut ein neuronales Netz: eine lange Rechnung, die aus wenig mehr als Malnehmen und
          Zusammenzählen besteht. Unseres heißt Inception v1 oder GoogLeNet; Forscher bei Google haben es 2014
          veröffentlicht <a href="#szegedy">[1]</a>. Jede seiner {figures.network.layers} Schichten nimmt
          Zahlen aus den Schichten davor, nimmt sie mit eigenen Zahlen mal, zählt zusammen und reicht die
          Summen weiter; in allen Schichten außer der letzten gilt eine Summe unter null als null. Die eigenen
          Zahlen einer Schicht heißen ihre Gewichte. Insgesamt sind es {grouped(figures.network.weights)}, und
          niemand hat sie sich ausgedacht.
        </p>
        <p>
          Sie wurden gelernt. Dem Netz wurden 1,2 Millionen Fotos gezeigt, die Menschen unter{' '}
          {figures.network.classes} Namen einsortiert hatten, eine Sammlung namens ImageNet{' '}
          <a href="#russakovsky">[2]</a>. Nach jedem Raten wurde jedes Gewicht um ein winziges Stück
          verschoben, dorthin, wo die Antwort ein wenig besser ausgefallen wäre. Das ging so lange, bis es gut
          riet: Bei Fotos, die es nie gesehen hatte, ist der richtige Name bei 69 von 100 seine erste Antwort,
          und bei 89 ist er unter den ersten fünf. Seither wird es nicht weiter trainiert, und Binsight ändert
          nichts daran.
        </p>
        <p>
          Worauf es achten soll, hat ihm niemand gesagt. Aber wer in ein solches Netz hineinsieht, findet eine
          Leiter <a href="#zeiler">[3]</a>, <a href="#olah">[4]</a>: zuerst Kanten, dann Oberflächen, dann
          Muster, Teile von Dingen und schließlich Dinge. Ein Grund dafür: Jede Stufe sieht ein größeres Stück
          des Fotos, mit den Augen der Stufen davor. In Binsight zeigt <b>{words.inside.title}</b>, was jede
          Stufe auf deinem eigenen Foto findet.
        </p>
        <Stages />
      </>
    ),
  },
  names: {
    title: 'Ein Foto, 1000 Zahlen',
    body: (
      <>
        <p>
          Die letzte Schicht macht aus dem, was gefunden wurde, {figures.network.classes} Zahlen, eine für
          jeden Namen: wie sehr das Foto nach Tigerkatze aussieht, nach Cabrio, nach Papagei. Sie heißen
          Logits. Je höher, desto mehr; sie können auch unter null liegen. Oft werden sie zu Prozenten
          umgerechnet, die über alle Namen zusammen 100 ergeben. Das sagt das Netz zur Katze (die Namen sind
          englisch, so wie es sie gelernt hat):
        </p>
        <Looks look={figures.cat} />
        <p>
          Und das zu einem Auto, aus dem nichts gelernt werden wird, einem Toyota Prius. „Prius“ ist keiner
          seiner Namen:
        </p>
        <SamplePhoto file={figures.car.file} />
        <Looks look={figures.car} />
        <p>
          Die anderen 995 Zahlen gibt es auch, für jedes Foto. Dass ein Foto kaum nach Feuerwehrauto (fire
          engine) und gar nicht nach Seeanemone (sea anemone) aussieht, gehört ebenso zu seiner Beschreibung.
        </p>
      </>
    ),
  },
  kinds: {
    title: 'Warum das für Sorten reicht, die es nie gelernt hat',
    body: (
      <>
        <p>
          „Klassischer Sportwagen“ und „moderner Sportwagen“ sind nicht unter den Namen. Das macht nichts.
          Stell dir vor, du darfst Menschen nur auf eine einzige Weise beschreiben: wie sehr jeder von ihnen
          jedem von 1000 Prominenten ähnelt. Niemand aus deiner Nachbarschaft ist prominent. Und doch könntest
          du mit solchen Listen zwei Familien auseinanderhalten, denn die einen ähneln ein wenig mehr dieser
          Schauspielerin und ein wenig weniger jenem Fußballer als die anderen.
        </p>
        <p>
          So ist es auch mit den Autos. Binsight lernt aus zehn Fotos jeder Sorte, und im Schnitt sehen sie
          für das Netz so aus:
        </p>
        <Telling />
        <p>
          Keine Zeile dieser Tabelle würde für sich genügen: Manches klassische Auto sieht mehr nach
          Sportwagen (sports car) aus als manches moderne. Aber 1000 kleine Unterschiede, im richtigen
          Verhältnis gemischt, genügen. Dieses Verhältnis zu finden, ist alles, was gelernt werden muss, und
          darum können 20 Fotos reichen, wo das Netz selbst eine Million gebraucht hat.
        </p>
        <p>
          Damit ist auch klar, wo es scheitern muss: Was an keiner der 1000 Zahlen etwas ändert, lässt sich
          aus ihnen nicht lernen.
        </p>
      </>
    ),
  },
});

const learning = (): Pick<ArticleWords['sections'], 'boundary' | 'weights'> => ({
  boundary: {
    title: 'Die Grenze mit dem breitesten Abstand',
    body: (
      <>
        <p>
          Zwei Zahlen sind ein Ort auf einer Landkarte. Auch 1000 Zahlen sind ein Ort, in einem Raum mit 1000
          Richtungen. Vorstellen kann sich das niemand, aber man kann sich seinen Schatten an einer Wand
          ansehen. Dies ist der Schatten, in dem die {figures.learned.length} Autos am weitesten
          auseinanderliegen; es ist die Karte, die Binsight unter <b>{words.evaluation.heading}</b> zeichnet:
        </p>
        <CarMap />
        <p>
          {capital(count(astrayOnMap))} Autos scheinen auf der falschen Seite der Linie zu liegen. In Wahrheit
          tut es keines: Schatten überdecken einander auch dort, wo die Dinge selbst es nicht tun.
        </p>
        <p>
          Viele Grenzen würden die beiden Stapel trennen. Welche ist die beste? Ein Auto, das erst noch kommt,
          wird nicht genau dort liegen, wo eines von diesen liegt, aber in der Nähe. Darum nimmt Binsight die
          Grenze mit dem breitesten leeren Streifen auf beiden Seiten: Sie lässt dem, was noch kommt, den
          meisten Platz. Das heißt Stützvektormaschine <a href="#cortes">[5]</a>. Dreh die Wolke der Autos,
          bis du an der Grenze entlangsiehst, und der Streifen liegt offen da:
        </p>
        <Gap />
        <p>
          Auf jeder Seite ist der Streifen {fixed(figures.margin, 3)} breit leer. (Die Einheit: so weit liegen
          die Autos typischerweise von ihrer Mitte.) {supports} der {figures.learned.length} Autos berühren
          seine Ränder. Sie allein halten die Grenze, wo sie ist, und heißen Stützvektoren. Die anderen{' '}
          {count(figures.learned.length - supports)} könnte man wegnehmen, und nichts würde sich ändern.
        </p>
      </>
    ),
  },
  weights: {
    title: 'Woraus die Grenze besteht',
    body: (
      <>
        <p>
          Auch die Grenze ist eine Liste von Gewichten: eines für jeden der 1000 Namen. Ein Gewicht sagt, wie
          weit eins mehr von diesem Namen das Urteil verschiebt und wohin: unter null nach{' '}
          <span className="bin-1">classic</span>, über null nach <span className="bin-2">modern</span>. Das
          sind die größten, daneben der Durchschnitt jedes Fachs:
        </p>
        <Weights />
        <p>
          Manches leuchtet ein: Was nach Kühlergrill (grille), Pick-up oder Cabrio (convertible) aussieht, ist
          eher ein klassisches Auto, was nach Go-Kart oder Hochgeschwindigkeitszug (bullet train) aussieht,
          ein modernes. Aber eine Pastete (potpie)? Ein Totempfahl (totem pole)? Die Namen dienen hier als
          Messlatten, nicht als Namen: Etwas Glänzendes und Rundes kann auf der Messlatte der Pastete ein
          wenig mehr messen, ohne eine zu sein. Und bei 1000 Messlatten und nur {figures.learned.length} Fotos
          passen manche durch Zufall. Die Gewichte beschreiben diese {figures.learned.length} Fotos. Die
          Wahrheit über Autos sind sie nicht.
        </p>
      </>
    ),
  },
});

const judging = (): Pick<ArticleWords['sections'], 'score' | 'leftOut' | 'sure' | 'neither'> => {
  const { tests, catVerdict, neither, learned } = figures;
  return {
    score: {
      title: 'Ein Urteil, zusammengezählt',
      body: (
        <>
          <p>
            Nun zu einem neuen Foto, dem Prius. Nimm für jeden Namen, wie viel mehr das Foto davon hat als die{' '}
            {learned.length} Autos im Schnitt, oder wie viel weniger, und nimm das mit dem Gewicht mal. Zähl
            alles zusammen, dazu die Konstante, den Wert eines durchschnittlichen Fotos. Über null heißt
            modern, unter null classic.
          </p>
          <Sum />
          <p>
            Die erste Zeile ausführlich: Der Prius hat {fixed(firstTerm.here, 2)} von convertible, die Autos
            haben im Schnitt {fixed(firstTerm.average, 2)}. {fixed(firstTerm.here, 2)} −{' '}
            {fixed(firstTerm.average, 2)} = {signed(firstTerm.here - firstTerm.average)}. Mal{' '}
            {signed(firstTerm.weight, 5)} ergibt {signed(firstTerm.value, 3)}: „Modern, weil es weniger nach
            convertible aussieht“.
          </p>
          <p>
            Die Summe ist das Urteil, nichts fehlt. Darum kann Binsight seine Gründe nennen und muss sie nicht
            erraten. Die letzte Zeile gibt zu denken: Die vielen kleinen Anteile zusammen wiegen mehr als die
            acht großen. Ein solches Urteil hat nicht den einen Grund.
          </p>
          <p>
            Dieselbe Summe lässt sich auch nach Stellen zerlegen statt nach Namen: Was auf die letzte Stufe
            folgt, ist nur noch Mitteln, Malnehmen und Zusammenzählen, darum hat jede ihrer 7 × 7 Stellen
            ihren eigenen Anteil am Wert. Das ist die Heatmap, die Binsight über ein Foto legt.
          </p>
        </>
      ),
    },
    leftOut: {
      title: 'Wie gut ist es? Lass eines weg',
      body: (
        <>
          <p>
            Alle {learned.length} Autos liegen auf der richtigen Seite der Grenze. Das beweist nichts, denn
            sie wurde so gelegt, dass sie es tun. Es ist wie eine Prüfung mit genau den Fragen, die vorher
            samt den Antworten geübt wurden.
          </p>
          <p>
            Darum nimmt Binsight ein Auto weg, lernt aus den anderen {learned.length - 1} und fragt nach dem,
            das es nicht gesehen hat. Dann kommt das nächste, {learned.length}-mal.{' '}
            <strong>
              {rightLeftOut} von {learned.length}
            </strong>{' '}
            werden richtig beurteilt. Diese nicht:
          </p>
          <WrongCars />
          <p>
            Mit Raten wären {learned.length / 2} richtig. Aber {learned.length} sind wenige: Mit anderen Autos
            käme eine andere Zahl heraus.
          </p>
        </>
      ),
    },
    sure: {
      title: 'Wie weit, und wie sicher',
      body: (
        <>
          <p>
            Teilt man den Wert durch die Länge aller Gewichte zusammen, wird er zum Abstand von der Grenze, in
            der Einheit der Zeichnungen oben. Der Prius ist {fixed(example.distance, 3)} entfernt. Das ist
            innerhalb des Streifens, der auf jeder Seite {fixed(figures.margin, 3)} breit ist und in dem
            keines der {learned.length} Autos liegt: ziemlich knapp.
          </p>
          <p>
            Aber ein Abstand ist keine Wahrscheinlichkeit. Dafür sieht sich Binsight die {learned.length}{' '}
            Werte der weggelassenen Autos an: Wie oft war ein solcher Wert richtig? Eine glatte Kurve durch
            sie hindurch macht aus jedem Wert eine Wahrscheinlichkeit <a href="#platt">[6]</a>.
          </p>
          <Tests />
          <p>
            Alle {count(tests.length)} sind richtig, aber zwei davon, mit{' '}
            {closeCalls.map((chance) => percent(chance)).join(' und ')}, kaum besser als ein Münzwurf.
          </p>
        </>
      ),
    },
    neither: {
      title: 'Weder noch',
      body: (
        <>
          <p>
            Die Grenze teilt alles, was es gibt, in zwei Hälften. Auch zur Katze hat sie eine Meinung:{' '}
            <strong>
              modern, Wert {signed(catVerdict.score)}, Wahrscheinlichkeit {percent(catVerdict.chance)}
            </strong>
            . Diese Prozente wurden aus Autos gelernt und gelten nur für Autos. Über Katzen sagen sie nichts.
          </p>
          <p>
            Darum fragt Binsight noch etwas: Wie ähnlich ist das Foto dem ähnlichsten von denen, aus denen es
            gelernt hat? Ähnlich heißt: dieselbe Mischung der 1000 Zahlen; 1 ist gleich, 0 heißt, sie haben
            nichts gemeinsam. Unter den Autos ist das ähnlichste andere typischerweise{' '}
            {fixed(neither.typical, 2)} ähnlich. Daraus folgt ein Grenzwert von {fixed(neither.limit, 2)}. Was
            allen weniger ähnlich ist, ist <em>weder noch</em>.
          </p>
          <Likeness />
          <p>
            Die Katze ist zu {fixed(catVerdict.nearest, 2)} ähnlich. Von {neither.others.length} Fotos anderer
            Dinge werden {turnedAway === neither.others.length ? 'alle' : turnedAway} abgewiesen, eines (
            <span lang="en">{nearMiss.name}</span>, {fixed(nearMiss.nearest, 3)}) nur knapp. So gut geht das,
            weil Autos einander sehr ähnlich sind. Liegt in den Fächern sehr Verschiedenes, ist fast alles
            irgendetwas davon ein wenig ähnlich.
          </p>
        </>
      ),
    },
  };
};

const doubting = (): Pick<ArticleWords['sections'], 'wrong' | 'better' | 'sources'> => {
  const { tests, learned } = figures;
  return {
    wrong: {
      title: 'Was es nicht kann, und was schiefgeht',
      body: (
        <>
          <p>
            Es weiß nicht, was ein Auto ist, und nicht, was alt bedeutet. Es hat etwas gefunden, worin sich
            zwei Stapel unterscheiden, und nimmt, was es findet. Wir haben die {count(tests.length)} Testfotos
            verändert:
          </p>
          <Changes />
          <p>
            Ein gespiegeltes Auto ist so alt wie vorher; was nahe an der Grenze liegt, wechselt trotzdem die
            Seite. Ohne seine Farben wird ein rotes Auto falsch beurteilt: Nach der Farbe richtet sich die
            Maschine also auch. Auf dem Kopf sehen sie nach nichts aus, was sie kennt. Und ist das Auto selbst
            verdeckt, sodass nur die Umgebung bleibt, sagt sie immer noch{' '}
            {modernWhenCovered === tests.length ? `zu allen ${count(tests.length)}` : 'zu den meisten'}{' '}
            „modern“: Sie hat nicht gelernt, wie ein modernes Auto aussieht, nur, dass modern weniger nach
            Cabrio, Kühlergrill und Pick-up heißt. In den letzten beiden Fällen rettet sie <em>weder noch</em>
            .
          </p>
          <ul className="points">
            <li>
              <b>Hintergründe.</b> In einem bekannten Versuch lernte eine Maschine, Wölfe von Huskys zu
              unterscheiden, wie hier aus zwanzig Fotos und mit einem Inception-Netz. Meist hatte sie recht.
              Nach ihren Gründen gefragt, zeigte sie auf den Schnee: Die Wölfe, aus denen sie gelernt hatte,
              standen im Schnee, die Huskys nicht <a href="#ribeiro">[7]</a>. Wurde ein ganzer Stapel auf Gras
              aufgenommen und der andere auf der Straße, dann lehrst du sie Rasen.
            </li>
            <li>
              <b>Farbe und Licht.</b> Rot gegen Blau, Morgen gegen Abend, eine Kamera gegen die andere: Sie
              nimmt den leichtesten Unterschied, und das ist selten der, den du meinst.
            </li>
            <li>
              <b>Wenige Fotos.</b> Zwanzig Fotos sind ein Gerücht, kein Gesetz. Was sie zufällig gemeinsam
              haben, hält sie für die Sorte.
            </li>
            <li>
              <b>ImageNets Wörter.</b> Sie sieht die Welt durch {figures.network.classes} Namen, die für einen
              Wettbewerb ausgesucht wurden: 118 davon sind Hunderassen, Giraffen fehlen, und für Menschen gibt
              es drei, „ballplayer“ (Ballspieler), „groom“ (Bräutigam) und „scuba diver“ (Taucher). Die
              meisten Fotos kamen aus Nordamerika und Europa, und Netze, die daraus gelernt haben, sind auf
              Fotos von anderswo schlechter <a href="#shankar">[8]</a>. Was dort selten war, sieht sie hier
              schlecht.
            </li>
            <li>
              <b>Die Mitte.</b> Sie sieht das Quadrat in der Mitte eines Fotos, 224 Pixel breit. Was außerhalb
              liegt oder winzig ist, gibt es für sie nicht.
            </li>
            <li>
              <b>Menschen.</b> Sortier keine Menschen damit. Was sich so aus einem Gesicht lesen lässt, ist
              meist ein Vorurteil mit zwei Stellen nach dem Komma.
            </li>
          </ul>
        </>
      ),
    },
    better: {
      title: 'Wie es besser wird',
      body: (
        <>
          <ol className="points">
            <li>
              <b>Wechsle, worauf es nicht ankommt, in beiden Stapeln gleich</b>: Hintergrund, Farbe, Licht,
              Winkel, Größe. Was innerhalb eines Stapels verschieden ist, kann nicht das sein, was die Stapel
              trennt.
            </li>
            <li>
              <b>Sieh dir an, was falsch herauskommt.</b> Fotos, die auf ihrer Kachel markiert sind, liegen
              vielleicht im falschen Fach oder sind die einzigen ihrer Art. Gib ihnen Gesellschaft.
            </li>
            <li>
              <b>Sieh nach, wohin sie sieht.</b> Glüht die Heatmap neben dem Ding, unterscheiden sich die
              Stapel in ihren Hintergründen.
            </li>
            <li>
              <b>Prüf mit Fotos von anderswo</b>: anderer Ort, andere Fotografin.
            </li>
            <li>
              <b>Frag, ob mehr helfen würden.</b> Unter <b>{words.evaluation.heading}</b> zeigt eine Kurve,
              was die letzten Fotos gebracht haben.
            </li>
            <li>
              <b>Beschreib Fotos anders.</b> Statt der 1000 Namen gehen auch die Zahlen einer früheren Stufe.
              Sie haben keine Namen, darum sind Gründe schwerer zu lesen. Bei diesen Autos beurteilt die
              letzte Stufe vor den Namen {rightBy('pool5')} von {learned.length} richtig:
            </li>
          </ol>
          <Descriptions />
        </>
      ),
    },
    sources: {
      title: 'Quellen',
      body: (
        <ol className="sources">
          <li id="szegedy">
            Szegedy und andere, <a href="https://arxiv.org/abs/1409.4842">Going deeper with convolutions</a>,
            2014. Das Netz.
          </li>
          <li id="russakovsky">
            Russakovsky und andere,{' '}
            <a href="https://arxiv.org/abs/1409.0575">ImageNet large scale visual recognition challenge</a>,
            2015. Die Fotos, aus denen es gelernt hat.
          </li>
          <li id="zeiler">
            Zeiler und Fergus,{' '}
            <a href="https://arxiv.org/abs/1311.2901">Visualizing and understanding convolutional networks</a>
            , 2013.
          </li>
          <li id="olah">
            Olah, Mordvintsev und Schubert,{' '}
            <a href="https://distill.pub/2017/feature-visualization/">Feature visualization</a>, 2017. Mit
            vielen Bildern, aus einem Netz von derselben Bauart.
          </li>
          <li id="cortes">
            Cortes und Vapnik, <a href="https://doi.org/10.1007/BF00994018">Support-vector networks</a>, 1995.
          </li>
          <li id="platt">
            Platt, Probabilistic outputs for support vector machines and comparisons to regularized likelihood
            methods, 1999.
          </li>
          <li id="ribeiro">
            Ribeiro, Singh und Guestrin,{' '}
            <a href="https://arxiv.org/abs/1602.04938">“Why should I trust you?”</a>, 2016. Sie hatten ihre
            Fotos mit Absicht so ausgesucht, um zu sehen, wer es merkt.
          </li>
          <li id="shankar">
            Shankar und andere,{' '}
            <a href="https://arxiv.org/abs/1711.08536">No classification without representation</a>, 2017.
          </li>
        </ol>
      ),
    },
  };
};

const labels = (): Labels => {
  const {
    learned,
    tests,
    map: { shares },
    neither: { others },
  } = figures;
  return {
    photos: {
      'cat-with-tongue_224x224.jpg': 'Eine Katze, die die Zunge zeigt',
      '15047201644_e388398108_m.jpg': 'Ein grauer Sportwagen',
      '16215614102_30e4497ac5_c.jpg': 'Ein roter offener Rennwagen',
      '4759251499_7d2ec43974_m.jpg': 'Ein roter Sportwagen',
      '6168412653_676dbda0ce_m.jpg': 'Ein weißer Sportwagen',
      '6790397898_1d1f2033ec_prius.jpg': 'Ein blauer Toyota Prius',
      '8063941495_e029a072e4_c.jpg': 'Ein roter Roadster mit geschlossenem Verdeck',
      '8847428500_6e6cfb5380_c.jpg': 'Ein blauer offener Wagen',
      'classic-14543545060_0467af947a_z.jpg': 'Ein gelber offener Wagen',
      'modern-5033790251_f1c503e4fd_z.jpg': 'Ein roter offener Wagen',
      'modern-3889013672_6dbd2a5909_z.jpg': 'Ein dunkelroter Wagen mit Stoffverdeck',
    },
    credit: words.page.photo.credit,
    pixels: {
      caption: 'Einige Pixel des Fotos: wie jedes aussieht, und sein Rot, Grün und Blau',
      colours: ['rot', 'grün', 'blau'],
    },
    looks: {
      caption: (photo) => `${photo}: die fünf Namen, die am besten passen`,
      name: 'Name',
      logit: 'Zahl',
      share: 'Anteil',
    },
    stages: {
      caption: 'Stufen des Netzes, und was man in solchen Stufen gefunden hat',
      stage: 'Stufe',
      finds: 'Findet',
      sees: 'Sieht auf einmal',
      patterns: 'Muster',
      places: 'An Stellen',
      pixels: (side) => `${side} × ${side} Pixel`,
      whole: 'das ganze Foto',
      found: {
        conv1: 'Kanten, Farben',
        inception_3a: 'Oberflächen',
        inception_4a: 'Muster',
        inception_4c: 'Teile von Dingen',
        inception_5b: 'Dinge',
      },
    },
    averages: {
      telling: 'Wie sehr die Autos nach einigen der 1000 Namen aussehen, im Schnitt',
      towards: ['Nach classic', 'Nach modern'],
      name: 'Name',
      classic: 'Klassische',
      modern: 'Moderne',
      difference: 'Unterschied',
      weight: 'Gewicht',
    },
    bins: ['classic', 'modern'],
    boundary: 'Grenze',
    map: {
      name: 'Karte der Autos',
      description:
        'Zehn klassische Autos liegen meist links, zehn moderne meist rechts von einer Linie, der Grenze; ein modernes liegt weit rechts außen.',
      caption: (
        <>
          Kreise: 10 Fotos klassischer Autos; Quadrate: 10 von modernen. Waagerecht: {percent(shares[0])}{' '}
          aller Unterschiede zwischen den Fotos; senkrecht: {percent(shares[1])}; die übrigen{' '}
          {percent(offTheMap)} liegen in Richtungen, die man hier nicht sieht. Die Linie zeigt, wo die Grenze
          das Bild schneidet. Die Autos 1, 2 und 3 kommen weiter unten wieder vor.
        </>
      ),
    },
    gap: {
      name: 'Die Autos, an der Grenze entlang gesehen',
      description:
        'Die Grenze ist eine Linie in der Mitte eines leeren Streifens. Alle klassischen Autos liegen links vom Streifen oder auf seinem Rand, alle modernen rechts davon oder auf seinem Rand.',
      caption: (
        <>
          Dieselben {learned.length} Autos von einer anderen Seite. Waagerecht ist jedes so weit von der
          Grenze weg, wie es wirklich ist. Senkrecht ist die Richtung, in der sie sich außerdem am meisten
          unterscheiden (nicht im selben Maßstab).
        </>
      ),
    },
    sum: {
      caption: 'Der Wert des Prius, Anteil für Anteil',
      name: 'Name',
      here: 'Prius',
      average: 'Schnitt',
      weight: 'Gewicht',
      push: 'Anteil',
      constant: 'Konstante',
      others: (number) => `${number} andere`,
      score: 'Wert',
    },
    wrong: (bin, leftOut, was) =>
      `Liegt in ${bin}. Weggelassen ist sein Wert ${leftOut}; als aus ihm gelernt wurde, war er ${was}.`,
    tests: {
      caption: `Die ${count(tests.length)} Testfotos`,
      photo: 'Foto',
      right: 'in Wahrheit',
      score: 'Wert',
      distance: 'Abstand',
      verdict: 'Urteil',
    },
    neither: {
      name: 'Wie ähnlich Fotos dem ähnlichsten Auto sind',
      description: `Vier Reihen von Strichen auf einer Skala bis 1. Die Autos und die Testfotos liegen rechts vom Grenzwert; die ${others.length} Fotos anderer Dinge und die Katze liegen links davon.`,
      caption:
        'Jeder Strich ist ein Foto: wie ähnlich es dem ähnlichsten der Autos ist, aus denen gelernt wurde (ein Auto selbst: dem ähnlichsten anderen).',
      limit: 'Grenzwert',
      rows: {
        learned: `Die ${learned.length} Autos`,
        tests: `Die ${count(tests.length)} Testfotos`,
        others: `${others.length} Fotos anderer Dinge`,
        cat: 'Die Katze',
      },
    },
    changes: {
      caption: `Die ${count(tests.length)} Testfotos, verändert: was die Grenze sagt, und wie viele „weder noch“ sind`,
      change: 'Veränderung',
      right: 'Richtig',
      modern: '„Modern“',
      neither: 'Weder noch',
      none: 'keine',
      names: {
        mirrored: 'gespiegelt',
        grey: 'ohne Farben',
        upsideDown: 'auf dem Kopf',
        surroundings: 'die Mitte grau verdeckt',
      },
    },
    descriptions: {
      caption: `Wie viele der ${learned.length} Autos richtig beurteilt werden, wenn sie weggelassen sind, je nachdem, was sie beschreibt`,
      name: 'Beschrieben durch',
      right: 'Richtig',
      names: {
        logits: 'die 1000 Namen (Logits)',
        pool5: '1024 Muster der letzten Stufe (pool5)',
        inception_4d: '528 Muster einer Stufe in der Mitte (inception_4d)',
      },
    },
  };
};

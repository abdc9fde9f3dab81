// How it works, in English. What was measured on the cars comes from figures.json; numbers of the network and of ImageNet are those of
// the sources at the end.

import { fixed, grouped, percent as percentText, signed } from '../../ui/sentences.ts';
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

const COUNTS = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
/** Never broken off its sign. */
const percent = (share: number): string => percentText(share).replace(' ', '\u00a0');
/** A small number as a word. */
const count = (number: number): string => COUNTS[number] ?? String(number);

export const en = (): ArticleWords => ({
  title: 'How it works',
  lead: (
    <>
      For people who have never met a neural network. It takes a quarter of an hour to read. Every number on
      this page is real: Binsight’s own code worked it out from the{' '}
      {figures.learned.length + figures.tests.length} photos behind <b>{words.page.samples}</b> and from the
      photo of a cat. Press that button in <a href="./">Binsight</a>, and you will find the numbers again.
    </>
  ),
  contents: 'On this page',
  other: { address: './how-it-works.de.html', tag: 'de', name: 'Deutsch' },
  sections: { ...seeing(), ...learning(), ...judging(), ...doubting() },
  end: (
    <>
      Enough read: <a href="./">teach it two piles of your own</a>.{' '}
      <a href="./privacy.html">No photo leaves the page</a>.
    </>
  ),
  labels: labels(),
});

const seeing = (): Pick<ArticleWords['sections'], 'photo' | 'network' | 'names' | 'kinds'> => ({
  photo: {
    title: 'A photo is a list of numbers',
    body: (
      <>
        <p>
          To a computer a photo is a grid of dots, called pixels, and each pixel is three numbers: how much
          red, green and blue light there is, from 0 for none to 255 for the most. Binsight takes the largest
          square from the middle of a photo and makes it 224 pixels wide and 224 high. That is 224 × 224 × 3 ={' '}
          {grouped(224 * 224 * 3)} numbers. Here is a photo, and {figures.pixels.rows.flat().length} of its{' '}
          {grouped(224 * 224)} pixels, from the edge of the tongue:
        </p>
        <div className="beside">
          <SamplePhoto file={figures.cat.file} />
          <Pixels />
        </div>
        <p>
          Nothing in these numbers says “cat”. Were the cat to move its head by the breadth of a finger,
          nearly all of them would change, and it would still be a cat. So it is of no use to compare photos
          number by number. First, somebody has to look.
        </p>
      </>
    ),
  },
  network: {
    title: 'A network that has learned to look',
    body: (
      <>
        <p>
          That is done by a neural network: one long calculation, made of little else than multiplying and
          adding. Ours is called Inception v1, or GoogLeNet; researchers at Google published it in 2014{' '}
          <a href="#szegedy">[1]</a>. Each of its {figures.network.layers} layers takes numbers from the
          layers before it, multiplies them by numbers of its own, adds them up and hands the sums on; in all
          layers but the last, a sum below zero counts as zero. A layer’s own numbers are called its weights.
          There are {grouped(figures.network.weights)} of them in all, and nobody chose them.
        </p>
        <p>
          They were learned. The network was shown 1.2 million photos which people had sorted under{' '}
          {figures.network.classes} names, a collection called ImageNet <a href="#russakovsky">[2]</a>. After
          each guess every weight was moved by a tiny step, in the direction in which the guess would have
          been a little better. This was repeated until it guessed well: of photos that it had never seen, the
          right name is its first guess for 69 of 100, and among its first five for 89. Since then it has not
          been trained any further, and Binsight does not change it.
        </p>
        <p>
          Nobody told it what to look for. But whoever looks into such a network finds a ladder{' '}
          <a href="#zeiler">[3]</a>, <a href="#olah">[4]</a>: edges first, then textures, then patterns, parts
          of things, and things at last. One reason is that each stage sees a larger patch of the photo,
          through the eyes of the stages before it. In Binsight, <b>{words.inside.title}</b> shows what each
          stage finds on your own photo.
        </p>
        <Stages />
      </>
    ),
  },
  names: {
    title: 'One photo, 1000 numbers',
    body: (
      <>
        <p>
          The last layer turns what has been found into {figures.network.classes} numbers, one for each name:
          how much the photo looks like a tabby, like a convertible, like a parrot. They are called logits.
          The higher, the more; they can be below zero. Often they are also shown as percentages that add up
          to 100 over all names. This is what the network says of the cat:
        </p>
        <Looks look={figures.cat} />
        <p>And of a car that nothing will be learned from, a Toyota Prius. “Prius” is none of its names:</p>
        <SamplePhoto file={figures.car.file} />
        <Looks look={figures.car} />
        <p>
          The other 995 numbers are there as well, for each photo. That a photo looks hardly like a fire
          engine and not at all like a sea anemone is part of its description, too.
        </p>
      </>
    ),
  },
  kinds: {
    title: 'Why that is enough for kinds that nobody trained it for',
    body: (
      <>
        <p>
          “Classic sports car” and “modern sports car” are not among the names. They need not be. Imagine that
          you may describe people in one way only: by how much each of them looks like each of 1000 famous
          people. None of your neighbours is famous. And yet you could tell two families apart by such lists,
          because those of one family look a little more like this actress and a little less like that
          footballer than those of the other.
        </p>
        <p>
          So it is with the cars. Binsight learns from ten of either kind, and on average they look like this
          to the network:
        </p>
        <Telling />
        <p>
          No row of this table would do by itself: there are classic cars that look more like a sports car
          than some modern ones do. But 1000 small differences, mixed in the right proportions, do. To find
          these proportions is all that has to be learned, and so 20 photos can be enough where the network
          itself needed a million.
        </p>
        <p>
          It also says where this must fail: what makes no difference to any of the 1000 numbers cannot be
          learned from them.
        </p>
      </>
    ),
  },
});

const learning = (): Pick<ArticleWords['sections'], 'boundary' | 'weights'> => ({
  boundary: {
    title: 'The boundary with the widest gap',
    body: (
      <>
        <p>
          Two numbers are a place on a map. 1000 numbers are a place, too, in a space with 1000 directions.
          Nobody can picture that, but one can look at its shadow on a wall. This is the shadow in which the{' '}
          {figures.learned.length} cars lie farthest apart; it is the map that Binsight draws under{' '}
          <b>{words.evaluation.heading}</b>
        </p>
        <CarMap />
        <p>
          {capital(count(astrayOnMap))} cars seem to lie on the wrong side of the line. In truth none does:
          shadows overlap where things do not.
        </p>
        <p>
          Many boundaries would part the two piles. Which is the best? A car that is yet to come will not be
          where one of these is, but somewhere near. So Binsight takes the boundary with the widest empty
          strip on both its sides, which leaves the most room for what is to come. This is called a support
          vector machine <a href="#cortes">[5]</a>. Turn the cloud of cars until you look along the boundary,
          and the strip lies open:
        </p>
        <Gap />
        <p>
          The strip is empty for {fixed(figures.margin, 3)} on either side. (The unit is how far the cars are
          from their average, typically.) {supports} of the {figures.learned.length} cars touch its edges.
          They alone hold the boundary where it is, and are called support vectors. The other{' '}
          {count(figures.learned.length - supports)} could be taken away, and nothing would change.
        </p>
      </>
    ),
  },
  weights: {
    title: 'What the boundary is made of',
    body: (
      <>
        <p>
          The boundary, too, is a list of weights: one for each of the 1000 names. A weight says how far one
          more of that name moves the verdict, and to which side: below zero towards{' '}
          <span className="bin-1">classic</span>, above zero towards <span className="bin-2">modern</span>.
          These are the largest, with the average of either bin beside them:
        </p>
        <Weights />
        <p>
          Some of it makes sense: what looks like a grille, a pickup or a convertible is rather a classic car,
          what looks like a go-kart or a bullet train a modern one. But a pot pie? A totem pole? The names
          serve as rulers here, not as names: something shiny and round can measure a little more on the pot
          pie’s ruler without being one. And with 1000 rulers and only {figures.learned.length} photos, some
          fit by chance. The weights describe these {figures.learned.length} photos. They are not the truth
          about cars.
        </p>
      </>
    ),
  },
});

const judging = (): Pick<ArticleWords['sections'], 'score' | 'leftOut' | 'sure' | 'neither'> => {
  const { tests, catVerdict, neither, learned } = figures;
  return {
    score: {
      title: 'One verdict, added up',
      body: (
        <>
          <p>
            Now for a new photo, the Prius. For each name, take how much more of it the photo has than the{' '}
            {learned.length} cars have on average, or how much less, and multiply that by the weight. Add all
            of it up, and the constant, which is the score of an average photo. Above zero means modern, below
            zero classic.
          </p>
          <Sum />
          <p>
            The first line in full: the Prius has {fixed(firstTerm.here, 2)} of convertible, the cars have{' '}
            {fixed(firstTerm.average, 2)} on average. {fixed(firstTerm.here, 2)} −{' '}
            {fixed(firstTerm.average, 2)} = {signed(firstTerm.here - firstTerm.average)}. Times{' '}
            {signed(firstTerm.weight, 5)} makes {signed(firstTerm.value, 3)}: “modern, because it looks less
            like a convertible”.
          </p>
          <p>
            The sum is the verdict, nothing is left out. That is why Binsight can give its reasons and need
            not guess them. The last row is one to think about: the many small terms together weigh more than
            the eight large ones. A verdict like this one has no single reason.
          </p>
          <p>
            The same sum can be taken apart by places instead of names: what comes after the last stage is
            only averaging, multiplying and adding, so that each of its 7 × 7 places has its own share of the
            score. That is the heat map that Binsight lays over a photo.
          </p>
        </>
      ),
    },
    leftOut: {
      title: 'How good is it? Leave one out',
      body: (
        <>
          <p>
            All {learned.length} cars lie on their right side of the boundary. That proves nothing, for the
            boundary was put where they do. It is like an exam that asks the very questions that were
            practised with the answers.
          </p>
          <p>
            So Binsight takes one car away, learns from the other {learned.length - 1}, and asks for the one
            that it has not seen. Then the next, {learned.length} times.{' '}
            <strong>
              {rightLeftOut} of {learned.length}
            </strong>{' '}
            come out right. These do not:
          </p>
          <WrongCars />
          <p>
            Guessing would get {learned.length / 2} right. But {learned.length} is few: with other cars, the
            count would be another one.
          </p>
        </>
      ),
    },
    sure: {
      title: 'How far, and how sure',
      body: (
        <>
          <p>
            Divided by the length of all the weights together, the score becomes the distance from the
            boundary, in the unit of the drawings above. The Prius is {fixed(example.distance, 3)} away. That
            is inside of the strip, which is {fixed(figures.margin, 3)} wide on either side and in which none
            of the {learned.length} cars lies: a rather close call.
          </p>
          <p>
            But a distance is no probability. For that, Binsight looks at the {learned.length} scores of the
            cars that were left out: how often was a score like this one right? A smooth curve through them
            makes a probability of any score <a href="#platt">[6]</a>.
          </p>
          <Tests />
          <p>
            All {count(tests.length)} are right, but two of them, with{' '}
            {closeCalls.map((chance) => percent(chance)).join(' and ')}, by hardly more than the toss of a
            coin.
          </p>
        </>
      ),
    },
    neither: {
      title: 'Neither',
      body: (
        <>
          <p>
            The boundary divides everything there is in two. It has an opinion of the cat as well:{' '}
            <strong>
              modern, score {signed(catVerdict.score)}, probability {percent(catVerdict.chance)}
            </strong>
            . The percentage was learned from cars, and holds for cars only. About cats it is worth nothing.
          </p>
          <p>
            So Binsight asks one more thing: how alike is the photo to the most similar one of those that it
            learned from? Alike means the same mixture of the 1000 numbers; 1 is the same, 0 is nothing in
            common. The cars have another one that is {fixed(neither.typical, 2)} alike, typically. From that
            follows a limit of {fixed(neither.limit, 2)}. What is less alike than this to all of them, is{' '}
            <em>neither</em>.
          </p>
          <Likeness />
          <p>
            The cat is {fixed(catVerdict.nearest, 2)} alike. Of {neither.others.length} photos of other
            things, {turnedAway === neither.others.length ? 'all' : turnedAway} are turned away, the{' '}
            {nearMiss.name} ({fixed(nearMiss.nearest, 3)}) only just. It works so well because cars are much
            like each other. Of bins with very different things in them, nearly everything is a little alike.
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
      title: 'What it cannot do, and what goes wrong',
      body: (
        <>
          <p>
            It does not know what a car is, nor what old means. It has found something that differs between
            two piles, and it takes whatever differs. We took the {count(tests.length)} test photos and
            changed them:
          </p>
          <Changes />
          <p>
            A mirrored car is as old as before; what lies near the boundary changes sides all the same.
            Without its colours a red car comes out wrong: colour is a part of what the machine goes by.
            Upside down, they look like nothing it knows. And with the car itself covered, so that only the
            surroundings are left, it still says “modern” to{' '}
            {modernWhenCovered === tests.length ? `all ${count(tests.length)}` : 'most'}: it has not learned
            what a modern car looks like, only that modern means less of convertible, grille and pickup. In
            the last two cases <em>neither</em> saves it.
          </p>
          <ul className="points">
            <li>
              <b>Backgrounds.</b> In a well-known experiment a machine learned to tell wolves from huskies,
              from twenty photos and with an Inception network, as here. It was right most of the time. Asked
              for its reasons, it pointed at the snow: the wolves it had learned from stood in snow, the
              huskies did not <a href="#ribeiro">[7]</a>. Where all of one pile was taken on grass and all of
              the other on a street, you teach it lawns.
            </li>
            <li>
              <b>Colour and light.</b> Red against blue, morning against evening, one camera against another:
              it takes the easiest difference, and that is seldom the one that you mean.
            </li>
            <li>
              <b>Few photos.</b> Twenty photos are a rumour, not a law. What they happen to have in common, it
              takes for the kind.
            </li>
            <li>
              <b>ImageNet’s words.</b> It sees the world through {figures.network.classes} names that were
              chosen for a contest: 118 of them are breeds of dogs, giraffes are missing, and for people there
              are three, “ballplayer”, “groom” and “scuba diver”. Most of its photos came from North America
              and Europe, and networks that learned from them do worse on photos from elsewhere{' '}
              <a href="#shankar">[8]</a>. What was rare there, it sees badly here.
            </li>
            <li>
              <b>The middle.</b> It sees the square in the middle of a photo, 224 pixels wide. What lies
              outside or is tiny is not there.
            </li>
            <li>
              <b>People.</b> Do not sort people with it. What can be read from a face in this way is mostly
              prejudice with two digits after the point.
            </li>
          </ul>
        </>
      ),
    },
    better: {
      title: 'How to make it better',
      body: (
        <>
          <ol className="points">
            <li>
              <b>Vary what does not matter, in both piles alike</b>: background, colour, light, angle, size.
              What is different within a pile cannot be what parts the piles.
            </li>
            <li>
              <b>Look at what comes out wrong.</b> Photos that are marked on their tiles may lie in the wrong
              bin, or be the only one of their sort. Add more like them.
            </li>
            <li>
              <b>Look where it looks.</b> If the heat map glows beside the thing, the piles differ in their
              backgrounds.
            </li>
            <li>
              <b>Test with photos from elsewhere</b>: another place, another photographer.
            </li>
            <li>
              <b>Ask whether more would help.</b> Under <b>{words.evaluation.heading}</b> a curve shows how
              much the last photos have brought.
            </li>
            <li>
              <b>Describe photos in another way.</b> Instead of the 1000 names, the numbers of an earlier
              stage can be used. They have no names, so reasons are harder to read. For these cars the last
              stage before the names gets {rightBy('pool5')} of {learned.length} right:
            </li>
          </ol>
          <Descriptions />
        </>
      ),
    },
    sources: {
      title: 'Sources',
      body: (
        <ol className="sources">
          <li id="szegedy">
            Szegedy and others, <a href="https://arxiv.org/abs/1409.4842">Going deeper with convolutions</a>,
            2014. The network.
          </li>
          <li id="russakovsky">
            Russakovsky and others,{' '}
            <a href="https://arxiv.org/abs/1409.0575">ImageNet large scale visual recognition challenge</a>,
            2015. The photos that it learned from.
          </li>
          <li id="zeiler">
            Zeiler and Fergus,{' '}
            <a href="https://arxiv.org/abs/1311.2901">Visualizing and understanding convolutional networks</a>
            , 2013.
          </li>
          <li id="olah">
            Olah, Mordvintsev and Schubert,{' '}
            <a href="https://distill.pub/2017/feature-visualization/">Feature visualization</a>, 2017. With
            many pictures, from a network built like this one.
          </li>
          <li id="cortes">
            Cortes and Vapnik, <a href="https://doi.org/10.1007/BF00994018">Support-vector networks</a>, 1995.
          </li>
          <li id="platt">
            Platt, Probabilistic outputs for support vector machines and comparisons to regularized likelihood
            methods, 1999.
          </li>
          <li id="ribeiro">
            Ribeiro, Singh and Guestrin,{' '}
            <a href="https://arxiv.org/abs/1602.04938">“Why should I trust you?”</a>, 2016. They had chosen
            their photos on purpose, to see who would notice.
          </li>
          <li id="shankar">
            Shankar and others,{' '}
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
      'cat-with-tongue_224x224.jpg': 'A cat that shows its tongue',
      '15047201644_e388398108_m.jpg': 'A grey sports car',
      '16215614102_30e4497ac5_c.jpg': 'A red open racing car',
      '4759251499_7d2ec43974_m.jpg': 'A red sports car',
      '6168412653_676dbda0ce_m.jpg': 'A white sports car',
      '6790397898_1d1f2033ec_prius.jpg': 'A blue Toyota Prius',
      '8063941495_e029a072e4_c.jpg': 'A red roadster with its top up',
      '8847428500_6e6cfb5380_c.jpg': 'A blue open car',
      'classic-14543545060_0467af947a_z.jpg': 'A yellow open car',
      'modern-5033790251_f1c503e4fd_z.jpg': 'A red open car',
      'modern-3889013672_6dbd2a5909_z.jpg': 'A dark red car with a cloth top',
    },
    credit: words.page.photo.credit,
    pixels: {
      caption: 'Some pixels of the photo: what each looks like, and its red, green and blue',
      colours: ['red', 'green', 'blue'],
    },
    looks: {
      caption: (photo) => `${photo}: the five names that fit best`,
      name: 'Name',
      logit: 'Number',
      share: 'Share',
    },
    stages: {
      caption: 'Stages of the network, and what such stages were found to look for',
      stage: 'Stage',
      finds: 'Finds',
      sees: 'Sees at once',
      patterns: 'Patterns',
      places: 'At places',
      pixels: (side) => `${side} × ${side} pixels`,
      whole: 'the whole photo',
      found: {
        conv1: 'edges, colours',
        inception_3a: 'textures',
        inception_4a: 'patterns',
        inception_4c: 'parts of things',
        inception_5b: 'things',
      },
    },
    averages: {
      telling: 'How much the cars look like some of the 1000 names, on average',
      towards: ['Towards classic', 'Towards modern'],
      name: 'Name',
      classic: 'Classic cars',
      modern: 'Modern cars',
      difference: 'Difference',
      weight: 'Weight',
    },
    bins: ['classic', 'modern'],
    boundary: 'boundary',
    map: {
      name: 'Map of the cars',
      description: `Ten classic cars lie mostly on the left, ten modern cars mostly on the right of a line, the boundary; one modern car lies far out on the right.`,
      caption: (
        <>
          Circles: {words.common.photos(10)} of classic cars; squares: 10 of modern ones. Across:{' '}
          {percent(shares[0])} of all differences between the photos; upwards: {percent(shares[1])}; the other{' '}
          {percent(offTheMap)} lie in directions that cannot be seen here. The line is where the boundary
          crosses the picture. Cars 1, 2 and 3 come up again below.
        </>
      ),
    },
    gap: {
      name: 'The cars, seen along the boundary',
      description: `The boundary is a line in the middle of an empty strip. All classic cars lie left of the strip or on its edge, all modern cars right of it or on its edge.`,
      caption: (
        <>
          The same {learned.length} cars from another side. Across, each is as far from the boundary as it
          really is. Upwards is the direction in which they differ most besides (not to the same scale).
        </>
      ),
    },
    sum: {
      caption: 'The Prius’s score, term by term',
      name: 'Name',
      here: 'Prius',
      average: 'Average',
      weight: 'Weight',
      push: 'Push',
      constant: 'constant',
      others: (number) => `${number} others`,
      score: 'score',
    },
    wrong: (bin, leftOut, was) =>
      `It lies in ${bin}. Left out, its score is ${leftOut}; when it was learned from, it was ${was}.`,
    tests: {
      caption: `The ${count(tests.length)} test photos`,
      photo: 'Photo',
      right: 'in truth',
      score: 'Score',
      distance: 'Distance',
      verdict: 'Verdict',
    },
    neither: {
      name: 'How alike photos are to the most similar car',
      description: `Four rows of marks on a scale up to 1. The cars, and the test photos, lie right of the limit; the ${others.length} photos of other things, and the cat, lie left of it.`,
      caption:
        'Each mark is a photo: how alike it is to the most similar of the cars that were learned from (a car itself: to the most similar other one).',
      limit: 'limit',
      rows: {
        learned: `The ${learned.length} cars`,
        tests: `The ${count(tests.length)} test photos`,
        others: `${others.length} photos of other things`,
        cat: 'The cat',
      },
    },
    changes: {
      caption: `The ${count(tests.length)} test photos, changed: what the boundary says, and how many are called neither`,
      change: 'Change',
      right: 'Right',
      modern: '“Modern”',
      neither: 'Neither',
      none: 'none',
      names: {
        mirrored: 'mirrored',
        grey: 'without colours',
        upsideDown: 'upside down',
        surroundings: 'the middle covered in grey',
      },
    },
    descriptions: {
      caption: `How many of the ${learned.length} cars come out right when they are left out, by what describes them`,
      name: 'Described by',
      right: 'Right',
      names: {
        logits: 'the 1000 names (logits)',
        pool5: '1024 patterns of the last stage (pool5)',
        inception_4d: '528 patterns of a stage in the middle (inception_4d)',
      },
    },
  };
};

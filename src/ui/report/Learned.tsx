// What was learned: the bins with their photos, and the settings.

import { photosIn } from '../../store/project.ts';
import type { Trained } from '../../store/state.ts';
import { useAppState, useProject } from '../appContext.ts';
import { FEATURES } from '../evaluation/contenders.ts';
import { tidyNumber } from '../evaluation/evaluationSentences.ts';
import { noveltyText, photos as photoCount, photoProblem, unevenText } from '../sentences.ts';
import { unevenBins } from '../unevenBins.ts';
import { words } from '../words/words.ts';
import { BinTag } from './BinTag.tsx';
import { Face } from './Face.tsx';
import type { Pictures } from './loadPictures.ts';

export function Learned({ pictures }: { readonly pictures: Pictures }) {
  const { bins } = useProject();
  const trained = useAppState((state) => state.trained);
  const uneven = trained && unevenBins(trained.set, bins);
  const said = words.report.learned;
  return (
    <section>
      <h2>{said.title}</h2>
      <p>
        {trained ? (
          <>
            {said.from(trained.classifier.photos, trained.set.binIds.length)}
            {uneven ? ` ${unevenText(uneven)}` : ''}
          </>
        ) : (
          said.nothing
        )}
      </p>
      {bins.map(({ id }, bin) => (
        <BinPhotos key={id} bin={bin} pictures={pictures} />
      ))}
      {trained ? <Settings trained={trained} /> : null}
    </section>
  );
}

function BinPhotos({ bin, pictures }: { readonly bin: number; readonly pictures: Pictures }) {
  const project = useProject();
  const work = useAppState((state) => state.work);
  const { id = '', label = '' } = project.bins[bin] ?? {};
  const photos = photosIn(project, id);
  return (
    <div className="learned">
      <h3>
        <BinTag label={label} bin={bin} /> <span className="quiet">{photoCount(photos.length)}</span>
      </h3>
      <ul className="faces">
        {photos.map(({ key, name }) => {
          const done = work[key];
          if (done?.status === 'ready') {
            return (
              <li key={key}>
                <Face sha256={done.picture.sha256} name={name} pictures={pictures} />
              </li>
            );
          }
          const { unread, notRead } = words.report.learned;
          return (
            <li key={key} className="unread">
              {unread(name, done?.status === 'failed' ? photoProblem(done.error) : notRead)}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function Settings({ trained: { classifier, novelty, set } }: { readonly trained: Trained }) {
  const { settings } = useProject();
  const { title, hint } = FEATURES[set.kind];
  const said = words.report.learned;
  return (
    <dl className="settings">
      <dt>{words.evaluation.featuresTitle}</dt>
      <dd>
        {`${title}. `}
        <span className="quiet">{`${hint}.`}</span>
      </dd>
      <dt>{words.evaluation.price.name}</dt>
      <dd>{tidyNumber(classifier.C)}</dd>
      <dt>{said.neither}</dt>
      <dd>
        {`${settings.neither ? said.allowed : said.notAllowed}. `}
        <span className="quiet">{noveltyText(novelty)}</span>
      </dd>
    </dl>
  );
}

// What the numbers come from, and what they mean.

import type { Trained } from '../../store/state.ts';
import { useAppState } from '../appContext.ts';
import { megabytes } from '../sentences.ts';
import { useSetBins } from '../useSetBins.ts';
import { words } from '../words/words.ts';

export function Colophon() {
  const network = useAppState((state) => state.network);
  const modelId = useAppState((state) => state.modelId);
  const trained = useAppState((state) => state.trained);
  const said = words.report.colophon;
  return (
    <footer>
      {trained ? <Meaning trained={trained} /> : null}
      <p className="quiet">
        {network.status === 'ready'
          ? `${said.network(words.common.precisions[network.info.precision], megabytes(network.info.modelBytes), words.common.backends[network.info.backend])} `
          : ''}
        {modelId === null ? '' : `${said.model(modelId)} `}
        {said.made}
      </p>
    </footer>
  );
}

function Meaning({ trained: { set } }: { readonly trained: Trained }) {
  const { labels } = useSetBins(set);
  const said = words.report.colophon;
  const sides = labels.length > 2 ? said.moreBins : said.twoBins(labels[0] ?? '', labels[1] ?? '');
  return (
    <>
      <h2>{said.title}</h2>
      <p>{said.meaning(sides)}</p>
    </>
  );
}

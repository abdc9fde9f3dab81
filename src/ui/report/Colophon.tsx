// What the numbers come from, and what they mean.

import type { Trained } from '../../store/state.ts';
import { useAppState } from '../appContext.ts';
import { BACKEND_NAMES, megabytes, PRECISION_NAMES } from '../sentences.ts';
import { useSetBins } from '../useSetBins.ts';

export function Colophon() {
  const network = useAppState((state) => state.network);
  const modelId = useAppState((state) => state.modelId);
  const trained = useAppState((state) => state.trained);
  return (
    <footer>
      {trained ? <Meaning trained={trained} /> : null}
      <p className="quiet">
        {network.status === 'ready'
          ? `Inception v1, ${PRECISION_NAMES[network.info.precision]}, ${megabytes(network.info.modelBytes)}, on ${BACKEND_NAMES[network.info.backend]}. `
          : ''}
        {modelId === null ? '' : `Model ${modelId}. `}
        Made by Binsight in the browser; no photo left it.
      </p>
    </footer>
  );
}

function Meaning({ trained: { set } }: { readonly trained: Trained }) {
  const { labels } = useSetBins(set);
  return (
    <>
      <h2>What the numbers mean</h2>
      <p>
        A network that knows 1000 things, Inception v1, describes each photo in numbers; a linear support
        vector machine puts a boundary between the bins. A score is the sum of its terms, each a weight times
        how much more, or less, of something the photo has than the training photos on average; the constant
        is the score of an average one.{' '}
        {labels.length > 2
          ? 'Every bin has a boundary of its own against all the others, and the highest score wins.'
          : `Below 0 it speaks for ${labels[0]}, above 0 for ${labels[1]}.`}{' '}
        The distance is the score divided by the length of the weights: how far the photo lies from the
        boundary, in the units of the margin. Probabilities are learned from photos that were left out, and
        hold for photos like those.
      </p>
    </>
  );
}

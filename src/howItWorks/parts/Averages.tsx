// How much the cars of either bin look like some of the network's names, on average; and what the boundary makes of that.

import { signed, unsigned } from '../../ui/sentences.ts';
import { useLabels } from '../article.ts';
import { type ClassNumbers, figures } from '../figures.ts';

/** Names that anybody would have thought of. */
export function Telling() {
  const { averages } = useLabels();
  return (
    <table className="numbers">
      <caption>{averages.telling}</caption>
      <AveragesHead last={averages.difference} />
      <tbody>
        {figures.telling.map((one) => (
          <AveragesRow key={one.name} of={one} last={signed(one.modern - one.classic, 1)} />
        ))}
      </tbody>
    </table>
  );
}

/** The names that weigh most, towards either side. */
export function Weights() {
  const { averages } = useLabels();
  return (
    <>
      {[figures.weights.classic, figures.weights.modern].map((heaviest, bin) => (
        <table key={averages.towards[bin]} className="numbers" data-weights={bin}>
          <caption className={`bin-${bin + 1}`}>{averages.towards[bin]}</caption>
          <AveragesHead last={averages.weight} />
          <tbody>
            {heaviest.map((one) => (
              <AveragesRow key={one.name} of={one} last={signed(one.weight, 5)} />
            ))}
          </tbody>
        </table>
      ))}
    </>
  );
}

function AveragesHead({ last }: { readonly last: string }) {
  const { averages } = useLabels();
  return (
    <thead>
      <tr>
        <th scope="col">{averages.name}</th>
        <th scope="col">{averages.classic}</th>
        <th scope="col">{averages.modern}</th>
        <th scope="col">{last}</th>
      </tr>
    </thead>
  );
}

function AveragesRow({ of, last }: { readonly of: ClassNumbers; readonly last: string }) {
  return (
    <tr>
      <th scope="row" lang="en">
        {of.name}
      </th>
      <td>{unsigned(of.classic, 1)}</td>
      <td>{unsigned(of.modern, 1)}</td>
      <td>{last}</td>
    </tr>
  );
}

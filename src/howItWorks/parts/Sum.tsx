// One score as a sum: from the constant to the score, each push from where the last one ended.

import { signed, unsigned } from '../../ui/sentences.ts';
import { useLabels } from '../article.ts';
import { sideOf } from '../facts.ts';
import { figures } from '../figures.ts';
import { Bar } from './Bar.tsx';
import { WideTable } from './WideTable.tsx';

interface Push {
  readonly name: string;
  /** One of ImageNet's names, which are English. */
  readonly isName: boolean;
  /** How much of it the photo has, the average, and the weight. */
  readonly numbers: readonly [string, string, string] | null;
  readonly value: number;
}

export function Sum() {
  const { sum } = useLabels();
  const { constant, terms, others, otherCount, score } = figures.sum;
  const pushes: readonly Push[] = [
    { name: sum.constant, isName: false, numbers: null, value: constant },
    ...terms.map(({ name, here, average, weight, value }): Push => {
      return {
        name,
        isName: true,
        numbers: [unsigned(here, 2), unsigned(average, 2), signed(weight, 5)],
        value,
      };
    }),
    { name: sum.others(otherCount), isName: false, numbers: null, value: others },
  ];
  const reached = pushes.map((_, i) => pushes.slice(0, i + 1).reduce((total, { value }) => total + value, 0));
  const range = [Math.min(-0.05, ...reached), Math.max(...reached)] as const;
  return (
    <WideTable className="numbers sum" caption={sum.caption}>
      <thead>
        <tr>
          <th scope="col">{sum.name}</th>
          <th scope="col">{sum.here}</th>
          <th scope="col">{sum.average}</th>
          <th scope="col">{sum.weight}</th>
          <th scope="col">{sum.push}</th>
          <td className="wide" />
        </tr>
      </thead>
      <tbody>
        {pushes.map(({ name, isName, numbers, value }, i) => (
          <tr key={name} data-push={value}>
            <th scope="row" lang={isName ? 'en' : undefined}>
              {name}
            </th>
            {numbers ? numbers.map((text) => <td key={text}>{text}</td>) : <td colSpan={3} />}
            <td>{signed(value, 3)}</td>
            <td className="wide">
              <Bar from={reached[i - 1] ?? 0} to={reached[i] ?? 0} range={range} bin={sideOf(value)} />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr data-sum={score}>
          <th scope="row">{sum.score}</th>
          <td colSpan={3} />
          <td>{signed(score, 3)}</td>
          <td className="wide">
            <Bar from={0} to={score} range={range} bin={sideOf(score)} />
          </td>
        </tr>
      </tfoot>
    </WideTable>
  );
}

// The names that fit a photo best, of the network's 1000.

import { percent, unsigned } from '../../ui/sentences.ts';
import { nameOf, useLabels } from '../article.ts';
import type { Figures } from '../figures.ts';
import { Bar } from './Bar.tsx';

export function Looks({ look: { file, top } }: { readonly look: Figures['cat'] }) {
  const labels = useLabels();
  const { looks } = labels;
  return (
    <table className="numbers looks">
      <caption>{looks.caption(nameOf(labels, file))}</caption>
      <thead>
        <tr>
          <th scope="col">{looks.name}</th>
          <td className="wide" />
          <th scope="col">{looks.logit}</th>
          <th scope="col">{looks.share}</th>
        </tr>
      </thead>
      <tbody>
        {top.map(({ name, logit, share }) => (
          <tr key={name}>
            <th scope="row" lang="en">
              {name}
            </th>
            <td className="wide">
              <Bar from={0} to={share} range={[0, 1]} />
            </td>
            <td>{unsigned(logit, 2)}</td>
            <td>{percent(share)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

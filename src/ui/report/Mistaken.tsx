// Which bins are mistaken for which: the page's confusion matrix, with nothing to press.

import { BinTag } from './BinTag.tsx';

interface Props {
  readonly labels: readonly string[];
  /** Per label, the index of its bin's colour. */
  readonly colours: readonly number[];
  /** confusion[actual][predicted]: numbers of photos. */
  readonly confusion: readonly (readonly number[])[];
}

export function Mistaken({ labels, colours, confusion }: Props) {
  return (
    <table className="mistaken">
      <caption>Photos by their bin and by what they look like when left out</caption>
      <thead>
        <tr>
          <th scope="col">is in</th>
          {labels.map((label, index) => (
            <th key={label} scope="col">
              <span className="direction">looks like</span>
              <BinTag label={label} bin={colours[index] ?? -1} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {labels.map((label, actual) => (
          <tr key={label}>
            <th scope="row">
              <BinTag label={label} bin={colours[actual] ?? -1} />
            </th>
            {labels.map((predictedLabel, predicted) => {
              const count = confusion[actual]?.[predicted] ?? 0;
              return (
                <td key={predictedLabel} data-count={count} data-right={actual === predicted || undefined}>
                  {actual === predicted && count > 0 ? '✓ ' : ''}
                  {count}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

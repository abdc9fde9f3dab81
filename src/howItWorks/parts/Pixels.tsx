// A few pixels of a photo: what they look like, and what they are.

import { useLabels } from '../article.ts';
import { figures } from '../figures.ts';
import { WideTable } from './WideTable.tsx';

export function Pixels() {
  const { pixels } = useLabels();
  return (
    <WideTable className="pixels" caption={pixels.caption}>
      <tbody>
        {figures.pixels.rows.map((row, y) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: pixels have no name but their place
          <tr key={y}>
            {row.map((colour, x) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: see above
              <td key={x}>
                <svg viewBox="0 0 10 4" preserveAspectRatio="none" aria-hidden="true">
                  <rect width="10" height="4" fill={`rgb(${colour.join()})`} />
                </svg>
                {colour.map((value, i) => (
                  <span key={pixels.colours[i]} title={pixels.colours[i]}>
                    {value}
                  </span>
                ))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
}

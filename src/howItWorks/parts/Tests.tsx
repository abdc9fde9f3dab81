// The test photos, and what is said of each.

import { fixed, percent, signed } from '../../ui/sentences.ts';
import { nameOf, useLabels } from '../article.ts';
import { sideOf, sureness } from '../facts.ts';
import { figures } from '../figures.ts';
import { SmallPhoto } from './SamplePhoto.tsx';
import { WideTable } from './WideTable.tsx';

export function Tests() {
  const labels = useLabels();
  const { tests, bins } = labels;
  return (
    <WideTable className="numbers tests" caption={tests.caption}>
      <thead>
        <tr>
          <th scope="col" colSpan={2}>
            {tests.photo}
          </th>
          <th scope="col">{tests.verdict}</th>
          <th scope="col">{tests.score}</th>
          <th scope="col">{tests.distance}</th>
        </tr>
      </thead>
      <tbody>
        {figures.tests.map((photo) => {
          const { file, bin, score, distance } = photo;
          const said = sideOf(score);
          return (
            <tr key={file} data-test={file} data-score={score}>
              <td>
                <SmallPhoto file={file} />
              </td>
              <th scope="row">
                {nameOf(labels, file)}, {tests.right} {bins[bin ?? 0]}
              </th>
              <td>
                <span className={`bin-${said + 1}`}>{bins[said]}</span> {percent(sureness(photo))}
              </td>
              <td>{signed(score)}</td>
              <td>{fixed(Math.abs(distance), 3)}</td>
            </tr>
          );
        })}
      </tbody>
    </WideTable>
  );
}

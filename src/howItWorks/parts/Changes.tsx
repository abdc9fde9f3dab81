// The test photos with something taken away: how many come out right, and how many are called neither.

import { useLabels } from '../article.ts';
import { sideOf } from '../facts.ts';
import { figures, type JudgedPhoto } from '../figures.ts';

type Judged = readonly Pick<JudgedPhoto, 'score' | 'isNeither'>[];

export function Changes() {
  const { changes } = useLabels();
  return (
    <table className="numbers">
      <caption>{changes.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{changes.change}</th>
          <th scope="col">{changes.right}</th>
          <th scope="col">{changes.modern}</th>
          <th scope="col">{changes.neither}</th>
        </tr>
      </thead>
      <tbody>
        <ChangeRow name={changes.none} photos={figures.tests} />
        {figures.changed.map(({ change, photos }) => (
          <ChangeRow key={change} name={changes.names[change]} photos={photos} />
        ))}
      </tbody>
    </table>
  );
}

function ChangeRow({ name, photos }: { readonly name: string; readonly photos: Judged }) {
  const count = (is: (photo: Judged[number], bin: number | null) => boolean) =>
    photos.filter((photo, i) => is(photo, figures.tests[i]?.bin ?? null)).length;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{count(({ score }, bin) => sideOf(score) === bin)}</td>
      <td>{count(({ score }) => sideOf(score) === 1)}</td>
      <td>{count(({ isNeither }) => isNeither)}</td>
    </tr>
  );
}

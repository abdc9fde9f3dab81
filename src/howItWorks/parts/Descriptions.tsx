// What else could describe a photo, and how many of the cars come out right with it.

import { useLabels } from '../article.ts';
import { figures } from '../figures.ts';

export function Descriptions() {
  const { descriptions } = useLabels();
  return (
    <table className="numbers">
      <caption>{descriptions.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{descriptions.name}</th>
          <th scope="col">{descriptions.right}</th>
        </tr>
      </thead>
      <tbody>
        {figures.right.map(({ name, right }) => (
          <tr key={name}>
            <th scope="row">{descriptions.names[name]}</th>
            <td>{right}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

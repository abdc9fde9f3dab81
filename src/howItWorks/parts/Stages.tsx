// The network's stages: how much each sees at once, and in how many patterns it says what is there.

import { SHOWN_STAGES, type ShownStage, useLabels } from '../article.ts';
import { figures } from '../figures.ts';
import { WideTable } from './WideTable.tsx';

/** Side of the photo that the network sees, in pixels. */
const WHOLE = 224;

export function Stages() {
  const { stages } = useLabels();
  return (
    <WideTable className="numbers" caption={stages.caption}>
      <thead>
        <tr>
          <th scope="col">{stages.stage}</th>
          <th scope="col" className="text">
            {stages.finds}
          </th>
          <th scope="col">{stages.sees}</th>
          <th scope="col">{stages.patterns}</th>
          <th scope="col">{stages.places}</th>
        </tr>
      </thead>
      <tbody>
        {SHOWN_STAGES.map((name) => (
          <StageRow key={name} name={name} />
        ))}
      </tbody>
    </WideTable>
  );
}

function StageRow({ name }: { readonly name: ShownStage }) {
  const { stages } = useLabels();
  const stage = figures.network.stages.find((one) => one.name === name);
  if (!stage) throw new Error(`the network has no stage ${name}`);
  const { patch, patterns, side } = stage;
  return (
    <tr>
      <th scope="row">
        <code>{name}</code>
      </th>
      <td className="text">{stages.found[name]}</td>
      <td>{patch < WHOLE ? stages.pixels(patch) : stages.whole}</td>
      <td>{patterns}</td>
      <td>{`${side} × ${side}`}</td>
    </tr>
  );
}

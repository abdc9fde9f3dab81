// Which bins are mistaken for which: the page's confusion matrix, with nothing to press; a list where that has no room.

import { words } from '../words/words.ts';
import { BinTag } from './BinTag.tsx';

interface Props {
  readonly labels: readonly string[];
  /** Per label, the index of its bin's colour. */
  readonly colours: readonly number[];
  /** confusion[actual][predicted]: numbers of photos. */
  readonly confusion: readonly (readonly number[])[];
}

/** Both are in the file, and its style sheet chooses: nobody knows where the report will be read. */
export function Mistaken(props: Props) {
  const room = roomFor(props.labels);
  return (
    <figure className="mistaken">
      <figcaption className="quiet">{words.evaluation.matrix.caption}</figcaption>
      <Matrix {...props} room={room} />
      <Mistakes {...props} room={room} />
    </figure>
  );
}

type Room = 'everywhere' | 'wide' | 'nowhere';

/** Where a matrix has room without breaking words: also on a phone, on wide screens and paper alone, or nowhere. */
export function roomFor(labels: readonly string[]): Room {
  const longest = Math.max(...labels.flatMap((label) => label.split(/\s+/)).map((word) => word.length));
  const width = (labels.length + 1) * (MARK + longest * CHARACTER);
  if (width <= PHONE) return 'everywhere';
  return width <= PAPER ? 'wide' : 'nowhere';
}

/** CSS pixels: a column's mark and padding; a character, about; what a phone and A4 leave. */
const MARK = 30;
const CHARACTER = 6.5;
const PHONE = 280;
const PAPER = 700;

interface PartProps extends Props {
  /** The matrix's. */
  readonly room: Room;
}

function Matrix({ labels, colours, confusion, room }: PartProps) {
  const said = words.report.accuracy;
  return (
    <table className="matrix" data-room={room}>
      <thead>
        <tr>
          <th scope="col">{words.evaluation.matrix.isIn}</th>
          {labels.map((label, index) => (
            <th key={label} scope="col">
              <span className="direction">{said.looksLike}</span>
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
                <td key={predictedLabel} data-right={actual === predicted || undefined}>
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

/** A bin a line: how many look like it, and what the others look like. */
function Mistakes({ labels, colours, confusion, room }: PartProps) {
  const said = words.report.accuracy;
  return (
    <ul className="mistakes" data-room={room}>
      {labels.map((label, actual) => {
        const counts = confusion[actual] ?? [];
        return (
          <li key={label}>
            <BinTag label={label} bin={colours[actual] ?? -1} />
            <span>
              {said.right(
                counts[actual] ?? 0,
                counts.reduce((sum, count) => sum + count, 0),
              )}
            </span>
            {counts.map((count, predicted) =>
              count === 0 || predicted === actual ? null : (
                <span key={labels[predicted]} className="direction">
                  {said.mistaken(
                    count,
                    <BinTag label={labels[predicted] ?? ''} bin={colours[predicted] ?? -1} />,
                  )}
                </span>
              ),
            )}
          </li>
        );
      })}
    </ul>
  );
}

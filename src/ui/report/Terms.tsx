// From the constant to the score, as a table: each push begins where the last one ended.

import { scaleLinear } from 'd3-scale';
import { signed } from '../sentences.ts';
import { type PushesProps, pushesOf } from '../why/pushes.ts';
import { words } from '../words/words.ts';

export function Terms({ explanation, score, left, right, nameOf, noun }: PushesProps) {
  const pushes = pushesOf(explanation, nameOf, noun);
  const ends = [0, score, ...pushes.flatMap(({ from, to }) => [from, to])];
  const scale = scaleLinear([Math.min(...ends), Math.max(...ends)], [0, WIDTH]);
  const bar = (from: number, to: number, height: number) => (
    <svg viewBox={`0 0 ${WIDTH} 10`} preserveAspectRatio="none" aria-hidden="true">
      <path className="zero" d={`M${scale(0)} 0V10`} />
      <rect
        style={{ fill: (to < from ? left : right).mark }}
        x={scale(Math.min(from, to))}
        y={(10 - height) / 2}
        width={Math.max(scale(Math.max(from, to)) - scale(Math.min(from, to)), LEAST)}
        height={height}
      />
    </svg>
  );
  return (
    <table className="terms">
      <thead>
        <tr>
          <td />
          <td className="sides">
            <span style={left.colour}>{`← ${left.label}`}</span>
            <span style={right.colour}>{`${right.label} →`}</span>
          </td>
          <td />
        </tr>
      </thead>
      <tbody>
        {pushes.map(({ id, term, text, from, to, value }) => (
          <tr key={id} data-term={term} data-value={value}>
            <th scope="row">{text}</th>
            <td>{bar(from, to, 6)}</td>
            <td>{signed(value, 3)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{words.why.score}</th>
          <td>{bar(0, score, 8)}</td>
          <td>{signed(score, 3)}</td>
        </tr>
      </tfoot>
    </table>
  );
}

const WIDTH = 100;
/** A push that is nearly nothing is seen still. */
const LEAST = 0.4;

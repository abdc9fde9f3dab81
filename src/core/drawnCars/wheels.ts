// The wheels of both kinds. Centre (x, y), radius r.

import { CHROME, type Paint, TYRE } from './paint.ts';
import { svg } from './svg.ts';

export type OldWheel = 'cap' | 'wire' | 'wood';

/** Spokes from the hub to `outer`, as one path. */
function spokes(count: number, x: number, y: number, inner: number, outer: number, turn = 0): string {
  return Array.from({ length: count }, (_, i) => {
    const angle = turn + (i / count) * 2 * Math.PI;
    const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
    return svg`M${x + dx * inner} ${y + dy * inner}L${x + dx * outer} ${y + dy * outer}`;
  }).join('');
}

/** A narrow, tall wheel: whitewall tyre around a chrome cap or wire spokes, or a carriage wheel of wood. */
export function oldWheel(
  style: OldWheel,
  x: number,
  y: number,
  r: number,
  { light, shade, ink }: Paint,
): string {
  const tyre = svg`<circle cx="${x}" cy="${y}" r="${r}" fill="${TYRE}"/>`;
  if (style === 'wood') {
    return svg`${tyre}<circle cx="${x}" cy="${y}" r="${r * 0.8}" fill="#fff6e2" stroke="${light}" stroke-width="3"/>
<path d="${spokes(12, x, y, r * 0.1, r * 0.78)}" stroke="#a8672f" stroke-width="3.2"/>
<circle cx="${x}" cy="${y}" r="${r * 0.22}" fill="#e0b04a" stroke="${ink}" stroke-width="1.5"/>`;
  }
  const wall = svg`${tyre}<circle cx="${x}" cy="${y}" r="${r * 0.82}" fill="#fffaf0"/>
<circle cx="${x}" cy="${y}" r="${r * 0.6}" fill="${style === 'wire' ? shade : light}" stroke="${ink}" stroke-width="2"/>`;
  if (style === 'wire') {
    return svg`${wall}<path d="${spokes(12, x, y, r * 0.1, r * 0.56)}" stroke="#fff3d6" stroke-width="2.2"/>
<circle cx="${x}" cy="${y}" r="${r * 0.18}" fill="${CHROME}" stroke="${ink}" stroke-width="1.5"/>`;
  }
  return svg`${wall}<circle cx="${x}" cy="${y}" r="${r * 0.34}" fill="${CHROME}" stroke="${ink}" stroke-width="1.5"/>
<circle cx="${x - r * 0.1}" cy="${y - r * 0.1}" r="${r * 0.08}" fill="#fff"/>`;
}

/** A wide, dark alloy wheel with a brake caliper behind its spokes. */
export function alloyWheel(count: number, x: number, y: number, r: number, caliper: string): string {
  return svg`<circle cx="${x}" cy="${y}" r="${r}" fill="#1f1d26"/>
<circle cx="${x}" cy="${y}" r="${r * 0.76}" fill="#33343d" stroke="#8d95a1" stroke-width="1.6"/>
<path d="M${x + r * 0.34} ${y - r * 0.5}A${r * 0.6} ${r * 0.6} 0 0 1 ${x + r * 0.6} ${y + r * 0.06}" stroke="${caliper}" stroke-width="${r * 0.18}" fill="none"/>
<path d="${spokes(count, x, y, r * 0.14, r * 0.74, -0.3)}" stroke="#16151c" stroke-width="${r * 0.24}"/>
<path d="${spokes(count, x, y, r * 0.14, r * 0.72, -0.3)}" stroke="#9aa2ae" stroke-width="${r * 0.1}"/>
<circle cx="${x}" cy="${y}" r="${r * 0.16}" fill="#c9ced6"/>`;
}

// The oldest of the classics: an open carriage with a folding roof. 300 wide, standing on y = 0, facing right.

import type { Dice } from './dice.ts';
import { CHROME, type Paint } from './paint.ts';
import { svg } from './svg.ts';
import { oldWheel } from './wheels.ts';

const BRASS = '#dca93f';

export function drawTourer(dice: Dice, paint: Paint): string {
  const { ink, glass, shade, light, night } = paint;
  const r = dice.between(36, 40);
  const top = dice.between(150, 164);
  const canvas = dice.pick(['#efe2c4', '#3b3540', '#8a6a48', '#d9cfc0']);
  const [rear, front] = [58, 240];
  const roof = dice.chance(0.75)
    ? svg`<path d="M34 -90L28 -${top - 10}M104 -84V-${top - 6}M176 -136L176 -${top - 8}"/>
<path d="M20 -${top - 20}Q18 -${top} 40 -${top}Q108 -${top + 10} 174 -${top}Q184 -${top - 2} 182 -${top - 12}L178 -${top - 14}Q100 -${top - 6} 34 -${top - 18}L38 -96L22 -100Z" fill="${canvas}"/>`
    : svg`<path d="M8 -104Q6 -122 26 -122Q52 -120 58 -100Q52 -88 30 -88Q10 -90 8 -104Z" fill="${canvas}"/>
<path d="M16 -108Q34 -104 52 -110M18 -98Q34 -94 54 -101" stroke-width="1.6"/>`;
  const high = r * 2 + 11;
  const [low, rise] = [r * 1.1, r * 1.8];
  const wings = svg`M${rear - r - 10} -${low}C${rear - r - 8} -${rise} ${rear - 24} -${high} ${rear} -${high}C${rear + 34} -${high} ${rear + 36} -26 ${rear + 62} -22H${front - 66}C${front - 40} -26 ${front - 36} -${high} ${front} -${high}C${front + 24} -${high} ${front + r + 6} -${rise} ${front + r + 9} -${low}`;
  return svg`<g stroke="${ink}" stroke-width="2.6" stroke-linejoin="round" stroke-linecap="round" fill="none">
<path d="M44 -88Q40 -120 52 -122Q64 -122 66 -84ZM104 -84Q102 -118 112 -120Q124 -120 124 -82Z" fill="#7c4a2c"/>
<path d="M154 -84L142 -104M136 -110L148 -98" stroke-width="3"/>
<path d="M22 -36L18 -84Q20 -96 36 -94Q70 -88 100 -84Q132 -80 150 -86L176 -92H252V-36Z" fill="url(#body)"/>
<path d="M164 -90L172 -140L180 -140L176 -92Z" fill="${glass}"/>
${roof}
<path d="M90 -84V-44Q90 -38 96 -38H134Q140 -38 140 -44V-82M176 -90V-38" stroke-width="1.8" opacity=".8"/>
<path d="M192 -80v28M204 -80v28M216 -80v28M228 -80v28" stroke-width="2" opacity=".7"/>
<path d="M24 -82Q70 -76 120 -74T248 -82" stroke="${light}" stroke-width="3"/>
<path d="M250 -98Q262 -104 266 -94V-34H250Z" fill="${BRASS}"/>
<path d="M258 -104v-8M254 -84h8M254 -74h8M254 -64h8M254 -54h8" stroke-width="2"/>
<path d="M30 -36H268L262 -26H40Z" fill="${shade}"/>
<path d="${wings}" stroke-width="11"/><path d="${wings}" stroke="${shade}" stroke-width="6"/>
<path d="M272 -70V-60" stroke-width="4"/>
<path d="M258 -84Q268 -98 276 -96V-68Q266 -68 258 -84Z" fill="${CHROME}"/>
<ellipse cx="277" cy="-82" rx="8" ry="14" fill="${night ? '#ffe27a' : '#fff3c4'}" stroke="${BRASS}" stroke-width="4"/>
</g>${oldWheel('wood', rear, -r, r, paint)}${oldWheel('wood', front, -r, r, paint)}`;
}

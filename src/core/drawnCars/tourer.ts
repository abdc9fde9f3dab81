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
  const roof = dice.chance(0.65)
    ? svg`<path d="M34 -90L28 -${top - 10}M104 -84V-${top - 6}M166 -128L172 -${top - 8}"/>
<path d="M20 -${top - 20}Q18 -${top} 40 -${top}Q108 -${top + 10} 174 -${top}Q184 -${top - 2} 182 -${top - 12}L178 -${top - 14}Q100 -${top - 6} 34 -${top - 18}L38 -96L22 -100Z" fill="${canvas}"/>`
    : svg`<path d="M8 -104Q6 -122 26 -122Q52 -120 58 -100Q52 -88 30 -88Q10 -90 8 -104Z" fill="${canvas}"/>
<path d="M16 -108Q34 -104 52 -110M18 -98Q34 -94 54 -101" stroke-width="1.6"/>`;
  const wing = (x: number) =>
    svg`M${x - r - 14} -${r - 14}C${x - r - 12} -${r * 2 + 6} ${x - 20} -${r * 2 + 14} ${x} -${r * 2 + 12}`;
  return svg`<g stroke="${ink}" stroke-width="2.6" stroke-linejoin="round" stroke-linecap="round" fill="none">
<path d="M148 -84L166 -132" stroke-width="4"/>
<path d="M54 -88Q50 -112 60 -114Q70 -114 72 -84ZM112 -84Q110 -108 120 -110Q130 -110 130 -82Z" fill="#7c4a2c"/>
<path d="M142 -84L130 -104M122 -108L140 -98" stroke-width="3"/>
<path d="M22 -36L18 -84Q20 -96 36 -94Q70 -88 100 -84Q132 -80 150 -86L176 -92H252V-36Z" fill="url(#body)"/>
<path d="M164 -90L178 -136L184 -136L174 -92Z" fill="${glass}"/>
${roof}
<path d="M90 -84V-44Q90 -38 96 -38H134Q140 -38 140 -44V-82M176 -90V-38" stroke-width="1.8" opacity=".8"/>
<path d="M192 -80v28M204 -80v28M216 -80v28M228 -80v28" stroke-width="2" opacity=".7"/>
<path d="M24 -82Q70 -76 120 -74T248 -82" stroke="${light}" stroke-width="3"/>
<path d="M250 -98Q262 -104 266 -94V-34H250Z" fill="${BRASS}"/>
<path d="M258 -104v-8M254 -84h8M254 -74h8M254 -64h8M254 -54h8" stroke-width="2"/>
<path d="M30 -36H268L262 -26H40Z" fill="${shade}"/>
<path d="${wing(rear)}C${rear + 30} -${r * 2 + 8} ${rear + 36} -26 ${rear + 62} -22H${front - 62}C${front - 40} -24 ${front - 34} -${r * 2 + 10} ${front} -${r * 2 + 12}C${front + 24} -${r * 2 + 12} ${front + r + 8} -${r + 24} ${front + r + 14} -${r + 2}" stroke-width="11"/>
<path d="${wing(rear)}C${rear + 30} -${r * 2 + 8} ${rear + 36} -26 ${rear + 62} -22H${front - 62}C${front - 40} -24 ${front - 34} -${r * 2 + 10} ${front} -${r * 2 + 12}C${front + 24} -${r * 2 + 12} ${front + r + 8} -${r + 24} ${front + r + 14} -${r + 2}" stroke="${shade}" stroke-width="6"/>
<path d="M272 -70V-60" stroke-width="4"/>
<path d="M258 -84Q268 -98 276 -96V-68Q266 -68 258 -84Z" fill="${CHROME}"/>
<ellipse cx="277" cy="-82" rx="8" ry="14" fill="${night ? '#ffe27a' : '#fff3c4'}" stroke="${BRASS}" stroke-width="4"/>
</g>${oldWheel('spokes', rear, -r, r, paint)}${oldWheel('spokes', front, -r, r, paint)}`;
}

// The heat map on the photo: each place coloured by the bin that it speaks for, the more strongly the more it does.

import { useEffect, useRef } from 'react';
import type { HeatMap } from '../../core/heatMap.ts';
import { signed } from '../sentences.ts';
import { words } from '../words/words.ts';
import styles from './HeatOverlay.module.css';

type Colour = readonly [number, number, number];

interface Props {
  readonly map: HeatMap;
  /** CSS colours of the bins on the left (negative shares) and on the right. */
  readonly left: string;
  readonly right: string;
  readonly leftLabel: string;
  readonly rightLabel: string;
  readonly opacity: number;
}

export function HeatOverlay({ map, left, right, leftLabel, rightLabel, opacity }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { side, values } = map;

  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const draw = () => paint(element, map, readColour(element, left), readColour(element, right));
    draw();
    // The bins' colours are a little lighter in the dark.
    const observer = new MutationObserver(draw);
    observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    return () => observer.disconnect();
  }, [map, left, right]);

  return (
    <div className={styles.overlay}>
      {/* The browser smooths the few pixels over the photo; what they mean are the numbers below. */}
      <canvas ref={canvas} className={styles.canvas} width={side} height={side} style={{ opacity }} />
      <div
        className={styles.places}
        style={{ gridTemplateColumns: `repeat(${side}, 1fr)` }}
        aria-hidden="true"
      >
        {Array.from(values, (value, place) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: a place is its index
            key={place}
            title={words.why.heat.place(signed(value, 3), value < 0 ? leftLabel : rightLabel)}
          />
        ))}
      </div>
    </div>
  );
}

/** Opaque where a place speaks as strongly as any; clear where it says nothing. */
function paint(canvas: HTMLCanvasElement, { side, values }: HeatMap, left: Colour, right: Colour): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  const image = context.createImageData(side, side);
  const strongest = Math.max(...values.map(Math.abs), 1e-9);
  for (const [place, value] of values.entries()) {
    image.data.set(value < 0 ? left : right, 4 * place);
    image.data[4 * place + 3] = Math.round((255 * Math.abs(value)) / strongest);
  }
  context.putImageData(image, 0, 0);
}

/** A CSS colour, custom properties and all, as numbers. */
function readColour(element: HTMLElement, colour: string): Colour {
  element.style.color = colour;
  const [red = 0, green = 0, blue = 0] = getComputedStyle(element).color.match(/\d+/g)?.map(Number) ?? [];
  return [red, green, blue];
}

// Zoom and pan of the map, by d3-zoom: what takes the wheel and the fingers, and what is left to the page.

import { type Selection, select } from 'd3-selection';
import {
  type D3ZoomEvent,
  type ZoomBehavior,
  type ZoomTransform,
  zoom,
  zoomIdentity,
  zoomTransform,
} from 'd3-zoom';
import { type RefObject, useEffect, useMemo, useState } from 'react';
import type { Size } from './useSize.ts';

export const MOST_ZOOM = 16;
/** Of a press of a button or key. */
export const ZOOM_STEP = 1.6;

/** The same functions for as long as the plot has the same size. */
export interface MapMoves {
  readonly zoomBy: (factor: number) => void;
  /** Moves the view by pixels. */
  readonly panBy: (x: number, y: number) => void;
  readonly reset: () => void;
  /** Moves the view, if need be, so that a place at rest, in pixels, can be seen. */
  readonly reveal: (x: number, y: number) => void;
}

type Behaviour = ZoomBehavior<SVGSVGElement, unknown>;
type Plot = Selection<SVGSVGElement, unknown, null, undefined>;

/**
 * @param svg - the plot
 * @param frame - what holds it: while it has the focus, the wheel needs no key
 * @returns the transform from places at rest to places on the screen, and what moves it
 */
export function useMapZoom(
  svg: RefObject<SVGSVGElement | null>,
  frame: RefObject<HTMLElement | null>,
  { width, height }: Size,
): readonly [ZoomTransform, MapMoves] {
  const [transform, setTransform] = useState<ZoomTransform>(zoomIdentity);
  const behaviour = useMemo(
    () => createBehaviour({ width, height }, (event) => isMeant(event, frame.current), setTransform),
    [frame, width, height],
  );

  useEffect(() => {
    if (!svg.current) return;
    const plot = select<SVGSVGElement, unknown>(svg.current).call(behaviour);
    // One finger scrolls the page; d3-zoom would take it.
    plot.style('touch-action', 'pan-x pan-y');
    // Another size has other limits; what lies beyond them is brought back.
    plot.call(behaviour.translateBy, 0, 0);
    return () => {
      plot.on('.zoom', null);
    };
  }, [svg, behaviour]);

  const moves = useMemo(() => {
    const move = (change: (plot: Plot, now: ZoomTransform) => void) => {
      if (svg.current) change(select(svg.current), zoomTransform(svg.current));
    };
    return {
      zoomBy: (factor) => move((plot) => behaviour.scaleBy(plot, factor)),
      panBy: (x, y) => move((plot, { k }) => behaviour.translateBy(plot, x / k, y / k)),
      reset: () => move((plot) => behaviour.transform(plot, zoomIdentity)),
      reveal: (x, y) =>
        move((plot, now) => {
          const [left, top] = now.apply([x, y]);
          const seen = left >= 0 && left <= width && top >= 0 && top <= height;
          if (!seen) behaviour.translateTo(plot, x, y);
        }),
    } satisfies MapMoves;
  }, [svg, behaviour, width, height]);
  return [transform, moves];
}

function createBehaviour(
  { width, height }: Size,
  filter: (event: Event) => boolean,
  onMove: (transform: ZoomTransform) => void,
): Behaviour {
  const area: [[number, number], [number, number]] = [
    [0, 0],
    [width, height],
  ];
  return zoom<SVGSVGElement, unknown>()
    .extent(area)
    .translateExtent(area)
    .scaleExtent([1, MOST_ZOOM])
    .clickDistance(4)
    .duration(0)
    .wheelDelta(wheelDelta)
    .filter(filter)
    .on('zoom', ({ transform }: D3ZoomEvent<SVGSVGElement, unknown>) => onMove(transform));
}

/** The wheel zooms with Ctrl or Meta, or once the plot has the focus; two fingers zoom; a pressed button drags. */
function isMeant(event: Event, frame: HTMLElement | null): boolean {
  if (event instanceof WheelEvent) {
    return event.ctrlKey || event.metaKey || (frame?.contains(document.activeElement) ?? false);
  }
  if (event instanceof MouseEvent) return !event.ctrlKey && event.button === 0;
  return 'touches' in event && (event as TouchEvent).touches.length > 1;
}

/** d3-zoom's own, but a wheel with Ctrl held does not leap: only a touchpad's pinch, in small steps, is made larger. */
function wheelDelta({ deltaY, deltaMode, ctrlKey }: WheelEvent): number {
  const unit = deltaMode === 1 ? 0.05 : deltaMode === 0 ? 0.002 : 1;
  return -deltaY * unit * (ctrlKey && Math.abs(deltaY) < 30 ? 10 : 1);
}

// Buttons for the map's zoom.

import { Button } from 'react-aria-components/Button';
import panel from '../panel.module.css';
import { words } from '../words/words.ts';
import styles from './MapControls.module.css';
import { type MapMoves, MOST_ZOOM, ZOOM_STEP } from './useMapZoom.ts';

interface Props {
  readonly moves: MapMoves;
  /** How far the map is zoomed in: 1 shows everything. */
  readonly factor: number;
}

export function MapControls({ moves, factor }: Props) {
  const className = `${panel.button} ${styles.button}`;
  return (
    <div className={styles.controls}>
      <Button
        className={className}
        aria-label={words.evaluation.map.zoomIn}
        isDisabled={factor >= MOST_ZOOM}
        onPress={() => moves.zoomBy(ZOOM_STEP)}
      >
        +
      </Button>
      <Button
        className={className}
        aria-label={words.evaluation.map.zoomOut}
        isDisabled={factor <= 1}
        onPress={() => moves.zoomBy(1 / ZOOM_STEP)}
      >
        −
      </Button>
      <Button className={panel.button ?? ''} isDisabled={factor <= 1} onPress={moves.reset}>
        {words.evaluation.map.showAll}
      </Button>
    </div>
  );
}

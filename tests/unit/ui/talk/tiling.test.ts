// How bins and photos share a slide.

import { describe, expect, it } from 'vitest';
import { tileBins, tilePhotos } from '../../../../src/ui/talk/slides/tiling.ts';

describe('bins', () => {
  it('lie side by side up to three, and in rows from four on', () => {
    const tilings = [0, 1, 2, 3, 4, 5, 6, 9, 10].map((count) => {
      const { across, down } = tileBins(count);
      return `${across}x${down}`;
    });
    expect(tilings).toEqual(['1x1', '1x1', '2x1', '3x1', '2x2', '3x2', '3x2', '3x3', '4x3']);
  });
});

describe('photos', () => {
  it('have a place each, and no row that is empty', () => {
    for (let bins = 1; bins <= 9; bins++) {
      for (let count = 1; count <= 12; count++) {
        const { across, down } = tilePhotos(count, tileBins(bins));
        expect(across * down).toBeGreaterThanOrEqual(count);
        expect(across * (down - 1)).toBeLessThan(count);
      }
    }
  });

  it('stand upright in a narrow bin, and lie in a wide one', () => {
    expect(tilePhotos(6, { across: 3, down: 1 })).toEqual({ across: 2, down: 3 });
    expect(tilePhotos(6, { across: 2, down: 2 })).toEqual({ across: 3, down: 2 });
  });
});

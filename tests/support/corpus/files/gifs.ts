// GIFs, good and bad.

import {
  damaged,
  fixtureBytes,
  likePlain,
  type OddFile,
  odd,
  tooManyPixels,
  truncated,
  works,
} from '../oddFile.ts';
import { cut, first, join, noise } from '../writers/bytes.ts';
import { blocks, gif } from '../writers/gif.ts';
import { all, QUARTERS, WHITE } from '../writers/picture.ts';

const SIZE = { width: 48, height: 32 };
const asDrawn = works(48, 32, QUARTERS);

const noted = blocks('a note\0');
export const GIFS: readonly OddFile[] = [
  odd('drawn.gif', 'one frame', asDrawn, () => gif(SIZE, [SIZE])),
  odd('animated.gif', 'an animation', likePlain('animated.gif'), () => fixtureBytes('animated.gif')),
  odd('clear.gif', 'transparent parts', works(48, 32, [WHITE, QUARTERS[1], QUARTERS[2], QUARTERS[3]]), () =>
    gif(SIZE, [{ ...SIZE, clear: 0 }]),
  ),
  odd(
    'small-frame.gif',
    'a frame smaller than its screen',
    works(96, 64, [QUARTERS[3], WHITE, WHITE, WHITE]),
    () => gif({ width: 96, height: 64 }, [{ ...SIZE, samples: () => [3] }]),
  ),
  odd('large-frame.gif', 'a frame larger than its screen', works(48, 32, QUARTERS), () =>
    gif({ width: 4, height: 4 }, [SIZE]),
  ),
  odd('1x1.gif', 'the single pixel by which mails are watched', works(1, 1, all(QUARTERS[0])), () =>
    gif({ width: 1, height: 1 }, [{ width: 1, height: 1 }]),
  ),
  odd('comment.gif', 'a comment before its picture, and noise behind its end', asDrawn, () => {
    const whole = gif(SIZE, [SIZE]);
    const at = 13 + 12;
    return join(whole.subarray(0, at), [0x21, 0xfe], noted, [0], whole.subarray(at), noise(2000));
  }),
  odd('no-end.gif', 'its end mark is missing', asDrawn, () => first(gif(SIZE, [SIZE]), -1)),
  odd('no-palette.gif', 'no palette', works(48, 32, null), () => gif({ ...SIZE, palette: false }, [SIZE])),
  odd('cut-in-header.gif', 'ends after 10 bytes', truncated('gif'), () => first(gif(SIZE, [SIZE]), 10)),
  odd('cut-in-the-middle.gif', 'ends in the middle', truncated('gif'), () => cut(gif(SIZE, [SIZE]), 0.5)),
  odd('no-frame.gif', 'no frame at all', damaged('gif'), () => gif(SIZE, [])),
  odd('65535x65535.gif', 'a screen of 65,535 x 65,535 pixels', tooManyPixels(65_535, 65_535), () =>
    gif({ width: 65_535, height: 65_535 }, [SIZE]),
  ),
  odd(
    'huge-frame.gif',
    'a frame of 12,000 x 12,000 pixels on a screen of 4 x 4',
    tooManyPixels(12_000, 12_000),
    () => gif({ width: 4, height: 4 }, [{ width: 12_000, height: 12_000, rows: 2 }]),
  ),
];

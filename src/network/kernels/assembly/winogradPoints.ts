// The points at which Winograd's polynomials are taken: 0, a, -a, b, -b and infinity, with a = sqrt(1/2), b = sqrt(2).
//
// Lavin and Gray, "Fast algorithms for convolutional neural networks", CVPR 2016, take 1 and 2; with these the
// powers stay closer together.

export const A: f32 = <f32>Math.SQRT1_2;
export const B: f32 = <f32>Math.SQRT2;
/** Squares, their sum and product, cubes. */
export const A2: f32 = 0.5;
export const B2: f32 = 2;
export const SUM: f32 = 2.5;
export const PRODUCT: f32 = 1;
export const A3: f32 = 0.3535533905932738;
export const B3: f32 = 2.8284271247461903;
/** 1 / product of the differences to the other points: of 0, of +-a, of +-b. */
export const SCALE_0: f32 = 1;
export const SCALE_A: f32 = -0.6666666666666666;
export const SCALE_B: f32 = 0.16666666666666666;

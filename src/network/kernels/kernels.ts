// The WebAssembly module's functions as TypeScript sees them; what each does is told in assembly/.

/** Addresses, offsets and pitches are in bytes of `memory`. */
export interface Kernels {
  readonly memory: WebAssembly.Memory;
  prepareInput(
    square: number,
    side: number,
    blue: number,
    green: number,
    red: number,
    output: number,
    rowBytes: number,
  ): void;
  multiply(
    a: number,
    aRows: number,
    b: number,
    c: number,
    cRows: number,
    rows: number,
    depth: number,
    segments: number,
    jump: number,
    panels: number,
    bias: number,
    floor: number,
    scratch: number,
    scratchBytes: number,
  ): void;
  multiplyFrequencies(
    a: number,
    aPitch: number,
    aRows: number,
    b: number,
    bPitch: number,
    c: number,
    cPitch: number,
    cRows: number,
    rows: number,
    depth: number,
    panels: number,
    zeros: number,
    scratch: number,
    scratchBytes: number,
  ): void;
  lookUp(bytes: number, count: number, levels: number, numbers: number): void;
  packFilters(filters: number, taps: number, outputs: number, packed: number): void;
  transformFilters(
    filters: number,
    size: number,
    inputs: number,
    outputs: number,
    packed: number,
    pitch: number,
    scratch: number,
  ): void;
  transformInput(
    input: number,
    tileTable: number,
    tiles: number,
    channels: number,
    rowBytes: number,
    output: number,
    pitch: number,
    scratch: number,
  ): void;
  transformOutput(
    input: number,
    pitch: number,
    tiles: number,
    channels: number,
    side: number,
    output: number,
    tileTable: number,
    rowBytes: number,
    placeBytes: number,
    bias: number,
    floor: number,
    scratch: number,
  ): void;
  maxPool(
    input: number,
    side: number,
    channels: number,
    stride: number,
    before: number,
    output: number,
    outputSide: number,
  ): void;
  normalise(data: number, places: number, channels: number, alpha: number, scratch: number): void;
  meansOverPlaces(input: number, places: number, channels: number, output: number): void;
  gateGradient(
    gradient: number,
    gradientRow: number,
    gradientPlace: number,
    activation: number,
    activationRow: number,
    activationPlace: number,
    output: number,
    outputRow: number,
    outputPlace: number,
    side: number,
    channels: number,
  ): void;
  maxPoolGradient(
    input: number,
    side: number,
    channels: number,
    stride: number,
    before: number,
    output: number,
    outputSide: number,
    outputGradient: number,
    inputGradient: number,
  ): void;
  normaliseGradient(
    input: number,
    gradient: number,
    places: number,
    channels: number,
    alpha: number,
    scratch: number,
  ): void;
}

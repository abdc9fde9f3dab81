// Pictures as a file that Chromium's fake camera plays: YUV4MPEG2, in the colours that cameras deliver (BT.601, 16..235,
// a colour for each four pixels). Nothing is compressed, so what is lost is what every camera loses.

/** @param pictures RGBA of even width and height */
export function writeY4m(
  pictures: readonly Uint8Array[],
  { width, height }: { readonly width: number; readonly height: number },
): Uint8Array {
  const header = new TextEncoder().encode(`YUV4MPEG2 W${width} H${height} F30:1 Ip C420\n`);
  const frame = new TextEncoder().encode('FRAME\n');
  const size = frame.length + (width * height * 3) / 2;
  const file = new Uint8Array(header.length + pictures.length * size);
  file.set(header);
  for (const [i, picture] of pictures.entries()) {
    const from = header.length + i * size;
    file.set(frame, from);
    writeFrame(picture, width, height, file.subarray(from + frame.length, from + size));
  }
  return file;
}

function writeFrame(picture: Uint8Array, width: number, height: number, into: Uint8Array): void {
  const levels = (pixel: number) => [0, 1, 2].map((channel) => picture[4 * pixel + channel] ?? 0);
  for (let pixel = 0; pixel < width * height; pixel++) {
    const [r = 0, g = 0, b = 0] = levels(pixel);
    into[pixel] = Math.round(16 + 0.25679 * r + 0.50413 * g + 0.09791 * b);
  }
  const [blue, red] = [width * height, (width * height * 5) / 4];
  for (let place = 0; place < (width * height) / 4; place++) {
    const pixel = 2 * width * Math.floor(place / (width / 2)) + 2 * (place % (width / 2));
    const four = [pixel, pixel + 1, pixel + width, pixel + width + 1].map(levels);
    const [r = 0, g = 0, b = 0] = [0, 1, 2].map(
      (channel) => four.reduce((sum, each) => sum + (each[channel] ?? 0), 0) / 4,
    );
    into[blue + place] = Math.round(128 - 0.14822 * r - 0.29099 * g + 0.43922 * b);
    into[red + place] = Math.round(128 + 0.43922 * r - 0.36779 * g - 0.07143 * b);
  }
}

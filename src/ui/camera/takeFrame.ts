// The picture of this moment as a photo's file: the whole frame, as it is, without loss, so that the network says the same
// of the photo as it did of the frame.

/** @throws where there is no memory for it */
export async function takeFrame(video: HTMLVideoElement, name: string): Promise<File> {
  const canvas = new OffscreenCanvas(video.videoWidth, video.videoHeight);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no canvas');
  context.drawImage(video, 0, 0);
  const type = 'image/png';
  return new File([await canvas.convertToBlob({ type })], name, { type });
}

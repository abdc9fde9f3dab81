// Reads photos off the main thread: hash, header, decoding, resampling.

import { expose, transfer } from 'comlink';
import './transfer.ts';
import type { ReaderApi } from './contract.ts';
import { readPhoto } from './photoReader.ts';

const api: ReaderApi = {
  async read(file) {
    const photo = await readPhoto(file);
    return transfer(photo, [photo.square.buffer]);
  },
};

expose(api);

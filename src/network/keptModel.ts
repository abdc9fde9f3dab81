// A model that the user gave the page as files is kept in this browser's IndexedDB for the next visit.

import { openDB } from 'idb';
import { BinsightError } from '../core/errors.ts';
import { withinDeadline } from './deadline.ts';
import type { VerifiedModel } from './loadModel.ts';
import { verifyPrepared } from './loadModel.ts';
import type { PreparedModel } from './prepareModel.ts';

const DATABASE = 'binsight-model';
const STORE = 'prepared';
const KEY = 'inception-v1';
/** Milliseconds until a database counts as one that does not answer: some browsers never open theirs. */
const PATIENCE = 5_000;

const open = () =>
  withinDeadline(
    openDB(DATABASE, 1, {
      upgrade(database) {
        database.createObjectStore(STORE);
      },
    }),
    PATIENCE,
  );

/** @throws BinsightError `model-not-kept` where storage is full or forbidden */
export async function keepModel(model: PreparedModel): Promise<void> {
  try {
    const database = await open();
    await database.put(STORE, model, KEY);
    database.close();
  } catch (cause) {
    throw new BinsightError('model-not-kept', {}, { cause });
  }
}

/** The kept model, verified again; null when there is none, or when it no longer passes. */
export async function keptModel(): Promise<VerifiedModel | null> {
  try {
    const database = await open();
    const model: unknown = await database.get(STORE, KEY);
    database.close();
    return model === undefined ? null : await verifyPrepared(model as PreparedModel);
  } catch {
    return null;
  }
}

// The workers that run the network. WASM comes first, because it is ready at once, and gets as many workers as the
// machine has cores for; a GPU takes over where it is right and faster (gpuTrial.ts).

import { proxy, type Remote } from 'comlink';
import { asBinsightError, BinsightError } from '../core/errors.ts';
import { withinDeadline } from '../network/deadline.ts';
import type { BackendMemory } from './backendMemory.ts';
import { type BackendNote, type BackendNotes, isOfBackend, reasonOf } from './backendNotes.ts';
import type {
  BackendName,
  Featurized,
  FeaturizerApi,
  LoadProgress,
  NetworkInfo,
  VerifiedModel,
} from './contract.ts';
import { findFasterGpu, GPUS } from './gpuTrial.ts';
import { type Lane, roomIn, timesOf } from './lane.ts';
import type { WorkerClientOptions } from './workerClient.ts';

type Prepare = NonNullable<WorkerClientOptions<FeaturizerApi, NetworkInfo>['prepare']>;

/** Which backends there are to choose from, and what has become of each. */
export interface BackendReport {
  /** What the person wants; null for whatever is fastest. */
  readonly wanted: BackendName | null;
  /** The one that is being put to the test. */
  readonly trying: BackendName | null;
  readonly notes: BackendNotes;
}

interface Options {
  /** A client whose worker runs `prepare` before anything else. */
  readonly createClient: (prepare: Prepare) => Lane['client'];
  /** Address of the model's folder, ending in a slash. */
  readonly modelBase: string;
  /** The model's manifest, for the first worker; null where it did not come. */
  readonly manifest: Promise<string | null>;
  /** From the page's address: this backend alone, whatever is remembered. */
  readonly only: BackendName | null;
  readonly memory: BackendMemory;
  /** WASM workers to have. */
  readonly lanes: number;
  readonly onProgress: LoadProgress;
}

/** Milliseconds for a photo and the one before it: a phone's slowest backend takes about ten seconds for each. */
const PHOTO_DEADLINE = 45_000;
/** The photo that the network is busy with comes first. */
const LOOK_DEADLINE = 2 * PHOTO_DEADLINE;
/** Milliseconds; the worker itself asks for what has not come by then. */
const MANIFEST_PATIENCE = 2000;

export class Featurizers {
  readonly #options: Options;
  #lanes: readonly Lane[] = [];
  /** WASM workers that are being started, to join them. */
  readonly #coming = new Set<Lane>();
  #info: NetworkInfo | null = null;
  #starting: Promise<NetworkInfo> | null = null;
  #manifest: Promise<string | null> | null;
  /** Verified once, for all workers to come. */
  #model: VerifiedModel | null = null;
  #wanted: BackendName | null;
  /** How often the person has chosen. */
  #choices = 0;
  /** Of the trial of GPUs that is under way: how often the person had chosen when it began. */
  #trial: number | null = null;
  #trying: BackendName | null = null;
  readonly #notes = new Map<BackendName, BackendNote>();
  /** GPUs that failed at a photo. */
  readonly #avoided = new Set<BackendName>();
  #listener: () => void = () => undefined;

  constructor(options: Options) {
    this.#options = options;
    this.#manifest = options.manifest;
    this.#wanted = options.only ?? options.memory.wanted();
  }

  /** `listener` hears that photos can be taken which could not be before, or that another backend has taken over. */
  onChange(listener: () => void): void {
    this.#listener = listener;
  }

  /**
   * Starts what is needed for the first photo.
   * @throws BinsightError `model-…`; `backend-none` when nothing computes the right numbers
   */
  async ready(): Promise<NetworkInfo> {
    if (this.#info && this.#lanes.some(({ isReady }) => isReady)) return this.#info;
    this.#starting ??= this.#start().finally(() => {
      this.#starting = null;
    });
    return await this.#starting;
  }

  /** What is in use; null while nothing is. */
  get info(): NetworkInfo | null {
    return this.#lanes.some(({ isReady }) => isReady) ? this.#info : null;
  }

  get report(): BackendReport {
    return { wanted: this.#wanted, trying: this.#trying, notes: Object.fromEntries(this.#notes) };
  }

  /** Calls that could be taken now. */
  get free(): number {
    return this.#lanes.reduce((sum, lane) => sum + roomIn(lane), 0);
  }

  /** Photos to hand over at once. */
  get batch(): number {
    return this.#lanes[0]?.batch ?? 1;
  }

  /**
   * @param squares at most `batch`, each [224, 224, 3] RGB, 0..255
   * @throws what the worker throws; the next call gets another worker. `worker-failed` with `state: waiting` where
   *   it was still at the photo before
   */
  async featurize(squares: readonly Uint8Array[]): Promise<Featurized> {
    const [lane] = [...this.#lanes].sort((a, b) => roomIn(b) - roomIn(a));
    if (!lane) throw new BinsightError('worker-failed', { worker: 'featurizer' });
    const call = {};
    lane.open.push(call);
    try {
      const { features, photoMs } = await lane.client.call((api) => api.featurize(squares), PHOTO_DEADLINE);
      lane.open.splice(lane.open.indexOf(call), 1);
      return { features: features.map((of) => ({ ...of, backend: lane.backend })), photoMs };
    } catch (error) {
      this.#lose(lane, asBinsightError(error));
      if (lane.open[0] === call) throw error;
      throw new BinsightError('worker-failed', { worker: 'featurizer', state: 'waiting' }, { cause: error });
    }
  }

  /** Asks for a look inside the network. The same worker each time: it remembers photos it has looked at. */
  async look<T>(run: (api: Remote<FeaturizerApi>) => Promise<T>): Promise<T> {
    await this.ready();
    const [lane] = this.#lanes;
    if (!lane) throw new BinsightError('worker-failed', { worker: 'featurizer' });
    lane.looks++;
    try {
      return await lane.client.call(run, LOOK_DEADLINE);
    } finally {
      lane.looks--;
    }
  }

  /** The verified model, for another worker. @throws as `ready` */
  async model(): Promise<VerifiedModel> {
    this.#model ??= await this.look((api) => api.model());
    return this.#model;
  }

  /**
   * @param backend null for whatever is fastest; what is not to be had ends there, too
   * @throws as `ready`
   */
  async choose(backend: BackendName | null): Promise<NetworkInfo> {
    this.#options.memory.rememberWanted(backend);
    this.#options.memory.rememberTrial(null);
    this.#wanted = backend;
    this.#choices++;
    this.#avoided.clear();
    this.#notes.clear();
    this.#drop(this.#lanes);
    this.#stopComing();
    this.#lanes = [];
    this.#info = null;
    return await this.ready();
  }

  async #start(): Promise<NetworkInfo> {
    const wanted = this.#wanted;
    const inTurn: readonly BackendName[] = ['wasm', ...GPUS, 'cpu'];
    const others = inTurn.filter((name) => name !== wanted && !this.#avoided.has(name));
    const tried: string[] = [];
    const order = wanted === null ? others : [wanted, ...(this.#options.only ? [] : others)];
    for (const backend of order) {
      const lane = this.#createLane(backend, backend === wanted);
      try {
        const info = await lane.client.ready();
        if (!info) throw new BinsightError('worker-failed', { worker: 'featurizer' });
        if (wanted !== this.#wanted) {
          // The person has chosen another one meanwhile.
          lane.client.stop();
          return await this.#start();
        }
        if (wanted !== null && backend !== wanted) {
          // It is not to be had; the menu says why.
          this.#wanted = null;
          this.#options.memory.rememberWanted(null);
        }
        const { info: inUse } = this;
        if (inUse) {
          // A GPU has won its trial meanwhile.
          lane.client.stop();
          return inUse;
        }
        lane.isReady = true;
        this.#lanes = [lane];
        this.#info = info;
        void this.#goOn(lane);
        return info;
      } catch (error) {
        const known = asBinsightError(error);
        const isLast = order.length === 1 && known.code !== 'backend-refused';
        if (!isOfBackend(known) || isLast) throw known;
        this.#notes.set(backend, { kind: 'refused', reason: reasonOf(known) });
        tried.push(`${backend}: ${reasonOf(known)}`);
      }
    }
    throw new BinsightError('backend-none', { tried: tried.join('; ') });
  }

  /** More workers, and the trial of what may be faster: all that a first photo need not wait for. */
  async #goOn(lead: Lane): Promise<void> {
    const mayGrow = lead.backend === 'wasm' && this.#options.lanes > 1;
    if (!mayGrow && this.#wanted !== null) return;
    const choice = this.#choices;
    try {
      this.#model ??= await lead.client.call((api) => api.model(), LOOK_DEADLINE);
      // Without room for another worker a GPU is all the more welcome.
      if (mayGrow) await this.#grow().catch(() => undefined);
      // One trial at a time: that of workers that have died goes on for those that came after them.
      if (this.#wanted !== null || choice !== this.#choices || choice === this.#trial) return;
      this.#trial = choice;
      await this.#tryGpus(choice).finally(() => {
        if (this.#trial === choice) this.#trial = null;
      });
    } catch {
      // It goes on with what it has.
    }
  }

  async #grow(): Promise<void> {
    // Another backend may have been chosen meanwhile.
    if (this.#lanes[0]?.backend !== 'wasm') return;
    const missing = this.#options.lanes - this.#lanes.length - this.#coming.size;
    const others = Array.from({ length: Math.max(0, missing) }, () => this.#createLane('wasm'));
    await Promise.all(others.map((lane) => this.#add(lane)));
  }

  async #add(lane: Lane): Promise<void> {
    this.#coming.add(lane);
    try {
      await lane.client.ready();
      // Stopped as it came.
      if (!this.#coming.has(lane)) return;
      lane.isReady = true;
      this.#lanes = [...this.#lanes, lane];
    } finally {
      this.#coming.delete(lane);
    }
    this.#listener();
  }

  /** For where those that they were to join are no more. */
  #stopComing(): void {
    for (const { client } of this.#coming) client.stop();
    this.#coming.clear();
  }

  /** @param choice how often the person had chosen when it was decided upon */
  async #tryGpus(choice: number): Promise<void> {
    const { memory } = this.#options;
    const [lane] = this.#lanes;
    if (!lane) return;
    const known = memory.trial();
    // What has just been found out counts more: a trial's reason is not why the person does not have what was asked for.
    const left = GPUS.filter((name) => !this.#avoided.has(name) && this.#notes.get(name)?.kind !== 'refused');
    if (known) for (const backend of left) this.#note(backend, known.notes[backend]);
    if (known?.winner === 'wasm') return;
    const candidates = left.filter((name) => !known || name === known.winner);
    const [mine] = await timesOf(lane, [1]);
    const wasmMs = (mine?.photoMs ?? Number.POSITIVE_INFINITY) / Math.max(1, this.#lanes.length);
    const best = await findFasterGpu(candidates, known?.batch ?? null, wasmMs, {
      createLane: (backend) => this.#createLane(backend),
      onTrying: (backend) => {
        this.#trying = backend;
        this.#listener();
      },
      note: (backend, note) => this.#note(backend, note),
    });
    // Unless the person has chosen otherwise meanwhile, or it failed at a photo where there is no WASM. What is in use may
    // have died: all the better.
    const hasFailed = best !== null && this.#avoided.has(best.info.backend);
    if (choice !== this.#choices || hasFailed) return best?.lane.client.stop();
    // One without a GPU that has failed, perhaps while the computer slept, is not the last word.
    if (left.length === GPUS.length) {
      const notes: BackendNotes = Object.fromEntries(this.#notes);
      memory.rememberTrial({ winner: best?.info.backend ?? 'wasm', batch: best?.time.batch ?? 1, notes });
    }
    if (!best) return;
    // What the others are at they finish; their answers count as much.
    const before = this.#lanes;
    this.#lanes = [best.lane];
    this.#info = best.info;
    this.#listener();
    this.#drop(before);
    this.#stopComing();
  }

  #note(backend: BackendName, note: BackendNote | undefined): void {
    if (note !== undefined) this.#notes.set(backend, note);
  }

  /** @param allowSoftware what a person asks for by name may also be a GPU in software */
  #createLane(backend: BackendName, allowSoftware = false): Lane {
    const { createClient, modelBase, onProgress } = this.#options;
    const client = createClient(async (api, alive) => {
      const manifest = await this.#takeManifest();
      const progress = (loaded: number, total: number) => {
        // A late word from a worker that has failed must not pass for a new beginning.
        if (alive()) onProgress(loaded, total);
      };
      const loaded = this.#model
        ? api.takeModel(this.#model)
        : api.loadModel(modelBase, proxy(progress), manifest);
      // Asked for both at once: the page may be busy with drawing itself when the model is there.
      const [info] = await Promise.all([api.start(backend, allowSoftware), loaded]);
      return info;
    });
    return { client, backend, batch: 1, isReady: false, open: [], looks: 0 };
  }

  /** A second try asks for all of the model anew, and so does a first one whose manifest does not come. */
  async #takeManifest(): Promise<string | null> {
    const manifest = this.#manifest;
    this.#manifest = null;
    return manifest && (await withinDeadline(manifest, MANIFEST_PATIENCE).catch(() => null));
  }

  /** A worker that answered with an error may live on with a lost GPU under it: the next one starts afresh. */
  #lose(lane: Lane, error: BinsightError): void {
    lane.client.stop();
    lane.isReady = false;
    const isGpu = lane.backend === 'webgpu' || lane.backend === 'webgl';
    if (isGpu && isOfBackend(error)) {
      this.#avoided.add(lane.backend);
      this.#notes.set(lane.backend, { kind: 'failed', reason: reasonOf(error) });
      this.#options.memory.rememberTrial(null);
    }
    this.#lanes = this.#lanes.filter((other) => other !== lane);
    // One of several comes back by itself.
    if (this.#lanes.length > 0) this.#grow().catch(() => undefined);
    else this.#stopComing();
  }

  #drop(lanes: readonly Lane[]): void {
    for (const lane of lanes) {
      // What it is at comes first.
      const isBusy = () => lane.isReady && lane.open.length + lane.looks > 0;
      const stop = () => (isBusy() ? setTimeout(stop, 100) : lane.client.stop());
      stop();
    }
  }
}

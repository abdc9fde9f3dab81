// A worker that may die, hang or never come, seen from the page. Every call has a deadline; when the worker fails,
// everything pending is rejected and the next call starts a new one. What to repeat is for the caller to decide.

import { type Remote, releaseProxy, wrap } from 'comlink';
import './transfer.ts';
import { asBinsightError, BinsightError } from '../core/errors.ts';

export interface WorkerClientOptions<Api, Ready> {
  /** For error messages: 'reader', 'featurizer', 'trainer'. */
  readonly name: string;
  readonly spawn: () => Worker;
  /**
   * Run on each new worker before its first call, e.g. to load the model. `alive` puts its deadline off; it returns
   * false when nobody waits for this worker any more.
   */
  readonly prepare?: (api: Remote<Api>, alive: () => boolean) => Promise<Ready>;
  /** Milliseconds that a new worker's code and `prepare` may take without a sign of life. */
  readonly prepareDeadline?: number;
}

/** Milliseconds after which code that could not be fetched is asked for once more: the network may hiccup. */
const PAUSES = [300, 600];

interface Running<Api, Ready> {
  readonly worker: Worker;
  readonly api: Remote<Api>;
  /** Its code is there, and it is prepared. */
  readonly ready: Promise<Ready | undefined>;
  /** The work's outcome, or a rejection as soon as the worker dies. */
  readonly orDeath: <T>(work: Promise<T>) => Promise<T>;
  readonly kill: (error: BinsightError) => void;
}

export class WorkerClient<Api, Ready = void> {
  readonly #options: WorkerClientOptions<Api, Ready>;
  #running: Running<Api, Ready> | null = null;
  /** How often it was stopped: what waits to start a worker then must not start one any more. */
  #stops = 0;

  constructor(options: WorkerClientOptions<Api, Ready>) {
    this.#options = options;
  }

  /**
   * Starts the worker if none runs, and waits until it is prepared.
   * @throws what `prepare` throws, or BinsightError `worker-missing` (its code cannot be fetched), `worker-failed` or
   *   `worker-timeout`
   */
  async ready(): Promise<Ready | undefined> {
    return await (await this.#prepared()).ready;
  }

  /**
   * Calls the prepared worker.
   * @param deadline milliseconds for this call alone, preparation not counted
   * @throws what the call throws, or as `ready`
   */
  async call<T>(run: (api: Remote<Api>) => Promise<T>, deadline: number): Promise<T> {
    const { api, orDeath, kill } = await this.#prepared();
    const { stop } = startDeadline(deadline, (seconds) => {
      kill(new BinsightError('worker-timeout', { worker: this.#options.name, seconds }));
    });
    try {
      return await orDeath(run(api));
    } finally {
      stop();
    }
  }

  /** Ends the worker now; whatever was pending is rejected. */
  stop(): void {
    this.#stops++;
    this.#running?.kill(this.#stoppedError());
  }

  #stoppedError(): BinsightError {
    return new BinsightError('worker-failed', { worker: this.#options.name });
  }

  async #prepared(): Promise<Running<Api, Ready>> {
    const stops = this.#stops;
    for (const pause of [...PAUSES, null]) {
      const running = this.#start();
      try {
        await running.orDeath(running.ready);
        return running;
      } catch (error) {
        if (pause === null || asBinsightError(error).code !== 'worker-missing') throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, pause));
      if (this.#stops !== stops) break;
    }
    throw this.#stoppedError();
  }

  #start(): Running<Api, Ready> {
    if (this.#running) return this.#running;
    const { name, spawn, prepare, prepareDeadline = 30_000 } = this.#options;
    const worker = spawn();
    const api = wrap<Api>(worker);
    // Not a race against one promise for the worker's death: that promise would keep the answer of every call.
    const pending = new Set<(error: BinsightError) => void>();
    let cause: BinsightError | null = null;
    const orDeath = <T>(work: Promise<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        if (cause) reject(cause);
        pending.add(reject);
        work.then(resolve, reject).finally(() => pending.delete(reject));
      });
    const kill = (error: BinsightError) => {
      // Some browsers deliver what a dead worker still had to say.
      if (this.#running?.worker !== worker) return;
      this.#running = null;
      cause = error;
      for (const reject of pending) reject(error);
      api[releaseProxy]();
      worker.terminate();
    };
    worker.addEventListener('error', (event) => {
      // One without a word is not of the code, but of the way to it.
      const isMissing = !(event instanceof ErrorEvent);
      kill(
        isMissing
          ? new BinsightError('worker-missing', { worker: name })
          : new BinsightError('worker-failed', { worker: name, reason: event.message }),
      );
    });
    worker.addEventListener('messageerror', ({ type }) => {
      kill(new BinsightError('worker-failed', { worker: name, reason: type }));
    });
    const deadline = startDeadline(prepareDeadline, (seconds) => {
      kill(new BinsightError('worker-timeout', { worker: name, seconds }));
    });
    const alive = () => {
      if (this.#running?.worker !== worker || !deadline.runs()) return false;
      deadline.putOff();
      return true;
    };
    const ready = (async () => (prepare ? await prepare(api, alive) : await seeLife(api)))();
    ready.catch(() => {
      // A worker that could not be prepared is of no use: the next call tries with a new one.
      if (this.#running?.worker === worker) this.#running = null;
      worker.terminate();
    });
    orDeath(ready)
      .finally(deadline.stop)
      .catch(() => undefined);
    this.#running = { worker, api, ready, orDeath, kill };
    return this.#running;
  }
}

/** Any answer will do, also that there is no such thing: the worker's code is there. */
async function seeLife(api: object): Promise<undefined> {
  await (api as { readonly isThere?: Promise<unknown> }).isThere;
}

function startDeadline(milliseconds: number, onMissed: (seconds: number) => void) {
  const start = () => setTimeout(() => onMissed(milliseconds / 1000), milliseconds);
  let timer: ReturnType<typeof setTimeout> | null = start();
  const clear = () => {
    if (timer !== null) clearTimeout(timer);
  };
  return {
    runs: () => timer !== null,
    stop() {
      clear();
      timer = null;
    },
    putOff() {
      clear();
      timer = start();
    },
  };
}

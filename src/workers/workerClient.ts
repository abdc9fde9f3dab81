// A worker that may die or hang, seen from the page. Every call has a deadline; when the worker fails, everything
// pending is rejected and the next call starts a new one. What to repeat is for the caller to decide.

import { type Remote, releaseProxy, wrap } from 'comlink';
import './transfer.ts';
import { BinsightError } from '../core/errors.ts';

export interface WorkerClientOptions<Api, Ready> {
  /** For error messages: 'reader', 'featurizer', 'trainer'. */
  readonly name: string;
  readonly spawn: () => Worker;
  /** Run on each new worker before its first call, e.g. to load the model; `alive` puts its deadline off. */
  readonly prepare?: (api: Remote<Api>, alive: () => void) => Promise<Ready>;
  /** Milliseconds that `prepare` may take without a sign of life. */
  readonly prepareDeadline?: number;
}

interface Running<Api, Ready> {
  readonly worker: Worker;
  readonly api: Remote<Api>;
  readonly ready: Promise<Ready | undefined>;
  /** Never fulfils; rejects when the worker dies. */
  readonly death: Promise<never>;
  readonly kill: (error: BinsightError) => void;
}

export class WorkerClient<Api, Ready = void> {
  readonly #options: WorkerClientOptions<Api, Ready>;
  #running: Running<Api, Ready> | null = null;

  constructor(options: WorkerClientOptions<Api, Ready>) {
    this.#options = options;
  }

  /** Starts the worker if none runs, and waits until it is prepared. */
  async ready(): Promise<Ready | undefined> {
    const { ready, death } = this.#start();
    return await Promise.race([ready, death]);
  }

  /**
   * Calls the prepared worker.
   * @param deadline milliseconds for this call alone, preparation not counted
   * @throws what the call throws, or BinsightError `worker-failed` or `worker-timeout`
   */
  async call<T>(run: (api: Remote<Api>) => Promise<T>, deadline: number): Promise<T> {
    const { api, ready, death, kill } = this.#start();
    await Promise.race([ready, death]);
    const { stop } = startDeadline(deadline, (seconds) => {
      kill(new BinsightError('worker-timeout', { worker: this.#options.name, seconds }));
    });
    try {
      return await Promise.race([run(api), death]);
    } finally {
      stop();
    }
  }

  /** Ends the worker now; whatever was pending is rejected. */
  stop(): void {
    this.#running?.kill(new BinsightError('worker-failed', { worker: this.#options.name }));
  }

  #start(): Running<Api, Ready> {
    if (this.#running) return this.#running;
    const { name, spawn, prepare, prepareDeadline = 30_000 } = this.#options;
    const worker = spawn();
    const api = wrap<Api>(worker);
    let reject: (error: BinsightError) => void = () => undefined;
    const death = new Promise<never>((_, rejectDeath) => {
      reject = rejectDeath;
    });
    death.catch(() => undefined);
    const kill = (error: BinsightError) => {
      // Some browsers deliver what a dead worker still had to say.
      if (this.#running?.worker !== worker) return;
      this.#running = null;
      reject(error);
      api[releaseProxy]();
      worker.terminate();
    };
    const failed = (event: Event) => {
      const reason = event instanceof ErrorEvent ? event.message : event.type;
      kill(new BinsightError('worker-failed', { worker: name, reason }));
    };
    worker.addEventListener('error', failed);
    worker.addEventListener('messageerror', failed);
    const deadline = startDeadline(prepareDeadline, (seconds) => {
      kill(new BinsightError('worker-timeout', { worker: name, seconds }));
    });
    const ready = (async () => (prepare ? await prepare(api, deadline.putOff) : undefined))();
    ready.catch(() => {
      // A worker that could not be prepared is of no use: the next call tries with a new one.
      if (this.#running?.worker === worker) this.#running = null;
      worker.terminate();
    });
    Promise.race([ready, death])
      .finally(deadline.stop)
      .catch(() => undefined);
    this.#running = { worker, api, ready, death, kill };
    return this.#running;
  }
}

function startDeadline(milliseconds: number, onMissed: (seconds: number) => void) {
  const start = () => setTimeout(() => onMissed(milliseconds / 1000), milliseconds);
  let timer = start();
  const stop = () => clearTimeout(timer);
  return {
    stop,
    putOff() {
      stop();
      timer = start();
    },
  };
}

// Serving the production build on this machine.

import { connect } from 'node:net';
import { ROOT } from './paths.mjs';
import { fail } from './step.mjs';

/**
 * @param {number} fallback
 * @param {string | undefined} [wanted]
 * @returns {number} the port that PORT asks for, else the fallback
 */
export function choosePort(fallback, wanted = process.env.PORT) {
  if (!wanted) return fallback;
  const port = Number(wanted);
  if (Number.isInteger(port) && port > 0 && port < 65536) return port;
  return fail(
    `PORT is "${wanted}", which is not a port.`,
    `Use a number from 1 to 65535, as in PORT=${fallback} npm start.`,
  );
}

/** @param {number} port @param {string} command like `npm start` */
export async function checkPortIsFree(port, command) {
  // Both ways of localhost: a browser may try either first and would meet the other program there.
  const answers = await Promise.all(['127.0.0.1', '::1'].map((host) => answersOn(host, port)));
  if (answers.includes(true)) failTaken(port, command);
}

/** @param {number} port @param {string} command @returns {never} */
function failTaken(port, command) {
  fail(`Port ${port} is taken.`, `Stop the other program, or run PORT=${port + 1} ${command}.`);
}

/** @param {string} host @param {number} port @returns {Promise<boolean>} */
function answersOn(host, port) {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 1000 });
    /** @param {boolean} answer */
    const settle = (answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => settle(true));
    socket.once('error', () => settle(false));
    socket.once('timeout', () => settle(false));
  });
}

/**
 * Serves dist/ until this process ends, and says the address once it answers. Vite runs in this very process, so
 * that no server is left behind however the process is ended.
 * @param {number} port
 */
export async function serveBuild(port) {
  // Only now: the script started before Vite was installed.
  const { preview } = await import('vite');
  try {
    // 127.0.0.1 answers to that address and to localhost; "localhost" alone may mean IPv6 only.
    await preview({
      root: ROOT,
      logLevel: 'warn',
      // The usual loader writes a file beside the configuration; what is built can be served from a read-only folder.
      configLoader: 'runner',
      preview: { port, strictPort: true, host: '127.0.0.1' },
    });
  } catch (error) {
    if (error instanceof Error && /already in use/.test(error.message)) failTaken(port, 'npm start');
    throw error;
  }
  console.log(`\n  Binsight: http://localhost:${port}   (Ctrl-C stops it)\n`);
}

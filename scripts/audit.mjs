// `npm run audit`: does anything that the page is made of have a known fault? Ends with 1 where it has a severe one, and with
// 2 where the registry cannot say.

import { judgeAudit } from './lib/auditAnswer.mjs';
import { npmCommand } from './lib/install.mjs';
import { runQuiet } from './lib/run.mjs';
import { main } from './lib/step.mjs';

await main(async () => {
  const { command, args, shell } = npmCommand();
  // What is used for building and testing alone never reaches a visitor.
  const { stdout } = await runQuiet(command, [...args, 'audit', '--omit=dev', '--json'], { shell });
  const { code, lines } = judgeAudit(stdout);
  for (const line of lines) console.log(line);
  process.exitCode = code;
});

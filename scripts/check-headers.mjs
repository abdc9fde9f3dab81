// Checks the headers of a server that has the built page: `npm run check-headers -- https://example.org/binsight/`.

import { checkHeaders } from './lib/checkHeaders.mjs';
import { HEADERS } from './lib/headers.mjs';
import { fail, main } from './lib/step.mjs';

await main(async () => {
  const [address] = process.argv.slice(2);
  if (!address || !URL.canParse(address))
    fail('There is no address to ask.', 'Give it: npm run check-headers -- http://localhost:4173/');
  const base = new URL('.', address).href;
  const { asked, faults } = await checkHeaders(base).catch(() =>
    fail(`${base} cannot be reached.`, 'Start the server, or correct the address.'),
  );
  for (const fault of faults) console.log(`✗ ${fault}`);
  if (faults.length > 0)
    fail(`${base} does not send what it should.`, 'docs/hosting.md says how each kind of host is set up.');
  console.log(`✓ ${base} sends ${Object.keys(HEADERS).length} headers and the right Cache-Control`);
  console.log(`  with ${asked.join(', ')}`);
});

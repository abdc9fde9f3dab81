// What a test photo is called: a bin, or neither.

import type { PhotoVerdict } from '../../store/verdicts.ts';
import { useBins } from '../appContext.ts';
import { words } from '../words/words.ts';
import { BinTag } from './BinTag.tsx';

export function VerdictTag({ verdict }: { readonly verdict: PhotoVerdict }) {
  const bins = useBins();
  const bin = bins.findIndex(({ id }) => id === verdict.binId);
  if (verdict.neither) return <BinTag label={words.common.neither} bin={-1} />;
  return <BinTag label={bins[bin]?.label ?? verdict.label} bin={bin} />;
}

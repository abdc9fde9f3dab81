// In the status bar: is it saved, and how much is that?

import { useAppState } from '../appContext.ts';
import { words } from '../words/words.ts';
import { savingWords, usageText } from './savingSentences.ts';
import { useShownSaving } from './useShownSaving.ts';

export function SavingStatus({ className }: { readonly className: string | undefined }) {
  const { settled, isAtIt } = useShownSaving();
  const usage = useAppState((state) => state.usage);
  const stranded = useAppState((state) => state.stranded);
  const isSaving = settled.status === 'saved' && isAtIt;
  return (
    <span className={className} title={usageText(usage)} data-saving={isSaving ? 'saving' : settled.status}>
      {isSaving ? words.saving.status.saving : savingWords(settled.status, usage, stranded)}
    </span>
  );
}

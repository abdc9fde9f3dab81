// A bin's name, to be changed in place.

import type { Bin } from '../store/project.ts';
import { useApp, useProject } from './appContext.ts';
import { EditableName } from './EditableName.tsx';
import { binNameSentence } from './nameSentences.ts';
import { words } from './words/words.ts';

export function BinName({ bin }: { readonly bin: Bin }) {
  const { actions } = useApp();
  const project = useProject();
  return (
    <EditableName
      // Another project's bins have the same ids: what was typed here is not meant for them.
      key={project.id}
      value={bin.label}
      label={words.page.bin.nameOf(bin.label)}
      problemOf={(draft) => binNameSentence(project, bin.id, draft)}
      onCommit={(label) => actions.renameBin(bin.id, label)}
    />
  );
}

// A bin's name, to be changed in place.

import { type Bin, LONGEST_LABEL, labelProblem } from '../store/project.ts';
import { useApp, useProject } from './appContext.ts';
import { EditableName } from './EditableName.tsx';

const PROBLEMS = {
  empty: 'A bin needs a name.',
  taken: 'That name is taken.',
  reserved: 'That word has another meaning here.',
} as const;

export function BinName({ bin }: { readonly bin: Bin }) {
  const { actions } = useApp();
  const project = useProject();
  const problemOf = (draft: string) => {
    const problem = labelProblem(project, bin.id, draft);
    return problem && PROBLEMS[problem];
  };
  return (
    <EditableName
      value={bin.label}
      label={`Name of the bin ${bin.label}`}
      maxLength={LONGEST_LABEL}
      problemOf={problemOf}
      onCommit={(label) => actions.renameBin(bin.id, label)}
    />
  );
}

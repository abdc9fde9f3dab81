// The project's name, to be changed in place.

import { useApp, useProject } from '../appContext.ts';
import { EditableName } from '../EditableName.tsx';
import { projectNameSentence } from '../nameSentences.ts';
import { words } from '../words/words.ts';

export function ProjectName() {
  const { actions } = useApp();
  const { id, name } = useProject();
  return (
    <EditableName
      key={id}
      value={name}
      label={words.saving.nameOfProject}
      problemOf={projectNameSentence}
      onCommit={actions.renameProject}
    />
  );
}

// The project's name, to be changed in place.

import { LONGEST_LABEL } from '../../store/project.ts';
import { useApp, useProject } from '../appContext.ts';
import { EditableName } from '../EditableName.tsx';

export function ProjectName() {
  const { actions } = useApp();
  const { name } = useProject();
  return (
    <EditableName
      value={name}
      label="Name of the project"
      maxLength={LONGEST_LABEL}
      problemOf={(draft) => (draft.trim() === '' ? 'A project needs a name.' : null)}
      onCommit={actions.renameProject}
    />
  );
}

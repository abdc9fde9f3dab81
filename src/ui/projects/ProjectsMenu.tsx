// What can be done with whole projects: make, copy, open, delete them, and bring deleted ones back.

import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Header, Menu, MenuItem, MenuSection, MenuTrigger, Text } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { isUntouched } from '../../store/project.ts';
import type { ProjectSummary } from '../../store/state.ts';
import { storageError } from '../../store/storage/storageError.ts';
import { DAYS_DELETED } from '../../store/storage.ts';
import { useApp, useAppState, useProject } from '../appContext.ts';
import { DownIcon } from '../icons.tsx';
import menu from '../menu.module.css';
import panel from '../panel.module.css';
import { words } from '../words/words.ts';
import { ago, daysLeft } from './ago.ts';
import { otherProjects } from './otherProjects.ts';
import styles from './ProjectsMenu.module.css';
import { useTakeAside } from './useTakeAside.ts';

export function ProjectsMenu({ onOpenFile }: { readonly onOpenFile: () => void }) {
  const { storage } = useApp();
  const onOpenChange = (isOpen: boolean) => {
    // Other tabs may have changed it. Where it cannot be read the last one stays, and the page's head says why.
    if (isOpen) storage.list().catch(() => undefined);
  };
  return (
    <MenuTrigger onOpenChange={onOpenChange}>
      <Button className={panel.button ?? ''}>
        {words.saving.projects.title} <DownIcon />
      </Button>
      <Popover className={`${menu.popover} ${styles.popover}`} placement="bottom start">
        <ProjectActions onOpenFile={onOpenFile} />
      </Popover>
    </MenuTrigger>
  );
}

/** Drawn only while the menu is open. */
function ProjectActions({ onOpenFile }: { readonly onOpenFile: () => void }) {
  const { actions } = useApp();
  const takeAside = useTakeAside();
  const asideCount = useAppState((state) => state.asideCount);
  const project = useProject();
  const history = useAppState((state) => state.history);
  const projects = useAppState((state) => state.projects);
  const removed = useAppState((state) => state.removed);
  const isElsewhere = useAppState(({ saving }) => saving.status === 'elsewhere');
  const [now] = useState(Date.now);
  const { saved, deleted } = otherProjects({ history, projects, removed });
  const isEmpty = isUntouched(project);
  const says = words.saving.projects;
  return (
    <Menu className={menu.menu ?? ''} aria-label={says.title}>
      <MenuSection aria-label={says.thisOne}>
        <MenuItem className={menu.item ?? ''} onAction={actions.newProject}>
          {says.make}
        </MenuItem>
        <MenuItem className={menu.item ?? ''} onAction={actions.duplicateProject} isDisabled={isEmpty}>
          {says.duplicate}
        </MenuItem>
        <MenuItem className={menu.item ?? ''} onAction={onOpenFile}>
          {says.openFile}
        </MenuItem>
        <MenuItem
          className={menu.item ?? ''}
          onAction={actions.deleteProject}
          // Another tab is at work on it.
          isDisabled={isEmpty || isElsewhere}
        >
          {says.delete}
        </MenuItem>
      </MenuSection>
      {asideCount > 0 && (
        <MenuSection aria-label={says.aside}>
          <MenuItem className={menu.item ?? ''} onAction={() => void takeAside()} textValue={says.aside}>
            <Text slot="label">{says.asideCount(asideCount)}</Text>
            <Text slot="description" className={styles.about}>
              {says.aboutAside}
            </Text>
          </MenuItem>
        </MenuSection>
      )}
      <SavedProjects
        title={says.open}
        projects={saved}
        about={({ photos, changed }) => says.changed(photos, ago(changed, now))}
      />
      <SavedProjects
        title={says.deleted}
        projects={deleted}
        about={({ photos, deleted: when }) =>
          says.deletedOne(photos, ago(when ?? now, now), daysLeft(when ?? now, now, DAYS_DELETED))
        }
      />
    </Menu>
  );
}

interface SavedProps {
  readonly title: string;
  readonly projects: readonly ProjectSummary[];
  readonly about: (project: ProjectSummary) => string;
}

function SavedProjects({ title, projects, about }: SavedProps) {
  const { actions, storage } = useApp();
  const open = ({ id, name }: ProjectSummary) =>
    storage.open(id).catch((cause: unknown) => {
      actions.notify({ kind: 'project-refused', file: name, error: storageError(cause) });
    });
  if (projects.length === 0) return null;
  return (
    <MenuSection className={styles.section ?? ''}>
      <Header className={styles.title}>{title}</Header>
      {projects.map((project) => (
        <MenuItem
          key={project.id}
          id={project.id}
          className={menu.item ?? ''}
          textValue={project.name}
          onAction={() => void open(project)}
        >
          <Text slot="label" className={styles.name}>
            {project.name}
          </Text>
          <Text slot="description" className={styles.about}>
            {about(project)}
          </Text>
        </MenuItem>
      ))}
    </MenuSection>
  );
}

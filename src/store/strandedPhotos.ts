// Photos that are not saved, of projects that another tab goes on with. They wait in this one until it has their project again.

import type { Photo, Project, ProjectId } from './project.ts';
import type { Ledger } from './storage/ledger.ts';

/** Some photos of a project. */
export type WithPhotos = Pick<Project, 'id' | 'name' | 'photos'>;

export interface StrandedPhotos {
  /** Of these, the ones that are not saved wait, too. @returns those that did not wait before */
  readonly add: (project: WithPhotos) => readonly Photo[];
  /** They wait no more. @returns those that did */
  readonly take: (id: ProjectId) => readonly Photo[];
  /** By project; what has been saved meanwhile is left out. */
  readonly list: () => readonly WithPhotos[];
}

export function createStrandedPhotos(ledger: Pick<Ledger, 'unsavedPhotos'>): StrandedPhotos {
  const stranded = new Map<ProjectId, WithPhotos>();
  return {
    add({ id, name, photos }) {
      const before = stranded.get(id)?.photos ?? [];
      const fresh = without(before, ledger.unsavedPhotos({ photos }));
      if (fresh.length > 0) stranded.set(id, { id, name, photos: [...before, ...fresh] });
      return fresh;
    },
    take(id) {
      const { photos = [] } = stranded.get(id) ?? {};
      stranded.delete(id);
      return photos;
    },
    list: () =>
      [...stranded.values()].map((project) => ({ ...project, photos: ledger.unsavedPhotos(project) })),
  };
}

/** @returns those photos that are not among the others */
export const without = (others: readonly Photo[], photos: readonly Photo[]): readonly Photo[] =>
  photos.filter(({ key }) => !others.some((other) => other.key === key));

// Is this Debian, or something that takes its packages?

/** @param {string} osRelease the text of /etc/os-release @returns {string[]} like `ubuntu debian` */
export function systemFamily(osRelease) {
  /** @param {string} key */
  const field = (key) => new RegExp(`^${key}="?([^"\n]*)"?$`, 'm').exec(osRelease)?.[1]?.split(' ') ?? [];
  return [...field('ID'), ...field('ID_LIKE')];
}

/** @param {string} osRelease the text of /etc/os-release */
export const isDebian = (osRelease) => systemFamily(osRelease).includes('debian');

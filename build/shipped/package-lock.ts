import { readFileSync } from 'node:fs'

/** What the lock file says of one installed package. */
export interface Locked {
  version?: string
  integrity?: string
  dev?: boolean
  devOptional?: boolean
  optionalDependencies?: Record<string, string>
  dependencies?: Record<string, string>
}

/** Every package of the lock file, by its folder from the root. */
export function readLock(root: string): Record<string, Locked> {
  return (
    JSON.parse(readFileSync(`${root}package-lock.json`, 'utf8')) as { packages: Record<string, Locked> }
  ).packages
}

/** The folders of what is installed beside the bundles: what `dependencies` need, as far as this system has it. */
export function besideFolders(
  packages: Readonly<Record<string, Locked>>,
  isInstalled: (folder: string) => boolean,
): string[] {
  return Object.entries(packages)
    .filter(
      ([folder, { dev, devOptional }]) =>
        folder !== '' && dev !== true && devOptional !== true && isInstalled(folder),
    )
    .map(([folder]) => folder)
}

import { globSync, readdirSync, statSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { getRawHeader, type DirectoryRecord } from '@electron/asar'
import type { SizedFile } from './sizes.ts'

/** A packed program: what of it is ours, and what is Electron's. */
export interface PackedFolder {
  /** In the archive and beside it. */
  own: SizedFile[]
  /** Our files outside the archive, which are no part of `own`: licences, the address of updates. */
  beside: SizedFile[]
  electron: SizedFile[]
}

const OUR_RESOURCES = /^(THIRD-PARTY-LICENCES\.txt|app-update\.yml|icon\.icns|package-type)$/

/** @throws Error where the folder holds no packed program. */
export function readPacked(folder: string): PackedFolder {
  const [archive] = globSync('{,*.app/Contents/}{resources,Resources}/app.asar', { cwd: folder }).map(
    (file) => join(folder, file),
  )
  if (archive === undefined) throw new Error(`There is no packed program in ${folder}.`)
  const resources = dirname(archive)
  const others = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => path !== archive && !path.startsWith(`${archive}.unpacked`))
    .map((path) => ({ path: relative(resources, path), bytes: statSync(path).size }))
  return {
    own: archived(getRawHeader(archive).header, ''),
    beside: others.filter(({ path }) => OUR_RESOURCES.test(path)),
    electron: others.filter(({ path }) => !OUR_RESOURCES.test(path)),
  }
}

function archived({ files }: DirectoryRecord, folder: string): SizedFile[] {
  return Object.entries(files).flatMap(([name, entry]) => {
    const path = folder === '' ? name : `${folder}/${name}`
    if ('files' in entry) return archived(entry, path)
    return 'size' in entry ? [{ path, bytes: entry.size }] : []
  })
}

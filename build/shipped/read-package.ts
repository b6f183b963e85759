import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** A package of others that is shipped: who made it, under what terms, and where it is. */
export interface ShippedPackage {
  name: string
  version: string
  /** As `package.json` names it, an SPDX identifier. Empty where it names none. */
  licence: string
  author: string
  folder: string
  /** Which of our files it is in. */
  parts: readonly string[]
  /** The licence and notices that come with it. Empty where none come. */
  text: string
}

interface PackageFile {
  name: string
  version: string
  license?: string
  author?: string | { name: string }
}

const TERMS = /^(licen[cs]es?|notice|copying|copyrightnotice)\b/i
/** What a bundler was itself made of is no part of the few lines it adds. */
const OF_BUNDLED = /^#+ Licenses of bundled dependencies/m

export function readPackage(root: string, folder: string, parts: readonly string[]): ShippedPackage {
  const path = join(root, folder)
  const { name, version, license, author } = JSON.parse(
    readFileSync(join(path, 'package.json'), 'utf8'),
  ) as PackageFile
  return {
    name,
    version,
    licence: license ?? '',
    author: (typeof author === 'object' ? author.name : author) ?? '',
    folder,
    parts,
    text: termFiles(path).map(readTerms).join('\n\n'),
  }
}

const readTerms = (file: string) => (readFileSync(file, 'utf8').split(OF_BUNDLED)[0] ?? '').trim()

function termFiles(path: string): string[] {
  if (!existsSync(path)) return []
  return readdirSync(path)
    .filter((file) => TERMS.test(file))
    .sort()
    .map((file) => join(path, file))
    .flatMap((file) =>
      statSync(file).isDirectory() ? readdirSync(file).map((inner) => join(file, inner)) : [file],
    )
}

// The licences of everything that is shipped, from what the last build has put into its bundles.
// node build/licences.ts [--text]
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { licenceText } from './shipped/licence-text.ts'
import { objections, withTerms } from './shipped/licence-terms.ts'
import { besideFolders, readLock } from './shipped/package-lock.ts'
import { readPackage, type ShippedPackage } from './shipped/read-package.ts'

const root = fileURLToPath(new URL('../', import.meta.url))
const BUNDLED = `${root}out/bundled.json`
const ELECTRON = 'node_modules/electron'

/** Packages by folder, and which of our files each is in. */
export type Bundled = Record<string, string[]>

/** Everything of others that is shipped, sorted by name. `bundled` is what the bundles were seen to contain. */
export function shippedPackages(bundled: Bundled): ShippedPackage[] {
  const lock = readLock(root)
  const beside = besideFolders(lock, (folder) => existsSync(`${root}${folder}`))
  const where = new Map(Object.entries(bundled))
  for (const folder of beside) where.set(folder, [...(where.get(folder) ?? []), 'beside the archive'])
  where.set(ELECTRON, ['the program itself'])
  const packages = [...where].map(([folder, parts]) => readPackage(root, folder, parts))
  const [, terms = ''] = readFileSync(`${root}LICENSE`, 'utf8').split(/(?=^Permission is hereby)/m)
  const optionalOf = (folder: string) => Object.keys(lock[folder]?.optionalDependencies ?? {})
  return withTerms(packages, optionalOf, terms).sort((a, b) => a.name.localeCompare(b.name, 'en'))
}

/**
 * Writes the list for the page and the text that lies beside the program.
 * @throws Error for a package whose terms are missing or not among those allowed.
 */
export function writeLicences(bundled: Bundled): ShippedPackage[] {
  const packages = shippedPackages(bundled)
  const wrong = objections(packages)
  if (wrong.length > 0) throw new Error(`What is shipped has no clear licence:\n${wrong.join('\n')}`)
  mkdirSync(`${root}out/renderer`, { recursive: true })
  writeFileSync(BUNDLED, JSON.stringify(bundled, null, 1))
  writeFileSync(
    `${root}out/renderer/licences.json`,
    JSON.stringify(packages.map(({ name, version, licence, text }) => ({ name, version, licence, text }))),
  )
  writeFileSync(
    `${root}out/THIRD-PARTY-LICENCES.txt`,
    licenceText(packages, readFileSync(`${root}LICENSE`, 'utf8')),
  )
  return packages
}

/** What the last build has seen. */
export function lastBundled(): Bundled {
  if (!existsSync(BUNDLED)) throw new Error('Nothing has been built. Run: npm run build')
  return JSON.parse(readFileSync(BUNDLED, 'utf8')) as Bundled
}

if (import.meta.main) {
  const packages = writeLicences(lastBundled())
  if (process.argv.includes('--text'))
    process.stdout.write(readFileSync(`${root}out/THIRD-PARTY-LICENCES.txt`, 'utf8'))
  else
    for (const { name, version, licence, parts } of packages)
      process.stdout.write(`${`${name} ${version}`.padEnd(36)}${licence.padEnd(14)}${parts.join(', ')}\n`)
}

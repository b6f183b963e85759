// The software bill of materials of what the last build has bundled, as CycloneDX.
// node build/sbom.ts > basin.cdx.json
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { lastBundled, shippedPackages } from './licences.ts'
import { billOfMaterials } from './shipped/bill-of-materials.ts'
import { readLock } from './shipped/package-lock.ts'

const root = fileURLToPath(new URL('../', import.meta.url))

/** The text of the bill. */
export function sbomText(): string {
  const { name, version, license } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as {
    name: string
    version: string
    license: string
  }
  const lock = readLock(root)
  const subject = { name, version, licence: license, built: new Date().toISOString() }
  const bill = billOfMaterials(subject, shippedPackages(lastBundled()), (folder) => lock[folder]?.integrity)
  return `${JSON.stringify(bill, null, 2)}\n`
}

if (import.meta.main) process.stdout.write(sbomText())

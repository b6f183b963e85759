import { createHash } from 'node:crypto'
import type { ShippedPackage } from './read-package.ts'

/** The program that the bill is of. */
export interface BillSubject {
  name: string
  version: string
  licence: string
  /** When it was built; ISO 8601. */
  built: string
}

type Packaged = Pick<ShippedPackage, 'name' | 'version' | 'licence' | 'folder' | 'parts'>

/**
 * The software bill of materials in CycloneDX 1.6 (https://cyclonedx.org/docs/1.6/json/). `integrityOf` gives the hash of
 * a package's archive as the lock file has it, by the package's folder.
 */
export function billOfMaterials(
  subject: BillSubject,
  packages: readonly Packaged[],
  integrityOf: (folder: string) => string | undefined,
) {
  const own = packageUrl(subject)
  const components = packages.map((one) => componentOf(one, hashesOf(integrityOf(one.folder))))
  const refs = components.map((component) => component['bom-ref'])
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${uuidOf(JSON.stringify([subject, components]))}`,
    version: 1,
    metadata: {
      timestamp: subject.built,
      component: {
        type: 'application',
        'bom-ref': own,
        name: subject.name,
        version: subject.version,
        licenses: [{ license: { id: subject.licence } }],
        purl: own,
      },
    },
    components,
    dependencies: [{ ref: own, dependsOn: refs }, ...refs.map((ref) => ({ ref, dependsOn: [] }))],
  }
}

function componentOf({ name, version, licence, parts }: Packaged, hashes: readonly Hash[]) {
  const purl = packageUrl({ name, version })
  const [, group, plain = name] = /^(@[^/]+)\/(.+)$/.exec(name) ?? []
  return {
    type: name === 'electron' ? 'framework' : 'library',
    'bom-ref': purl,
    ...(group === undefined ? {} : { group }),
    name: plain,
    version,
    ...(hashes.length === 0 ? {} : { hashes }),
    licenses: [{ license: { id: licence } }],
    purl,
    properties: parts.map((value) => ({ name: 'basin:part', value })),
  }
}

/** See https://github.com/package-url/purl-spec: the @ of a scope is written as %40. */
const packageUrl = ({ name, version }: { name: string; version: string }) =>
  `pkg:npm/${name.replace(/^@/, '%40')}@${version}`

interface Hash {
  alg: 'SHA-512'
  content: string
}

function hashesOf(integrity: string | undefined): Hash[] {
  const [, digest] = /^sha512-(.+)$/.exec(integrity ?? '') ?? []
  return digest === undefined
    ? []
    : [{ alg: 'SHA-512', content: Buffer.from(digest, 'base64').toString('hex') }]
}

/** The same content has the same number: version 8 of RFC 9562, whose bits are the application's own. */
function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex')
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-')
}

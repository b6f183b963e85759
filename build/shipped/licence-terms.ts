import type { ShippedPackage } from './read-package.ts'

/** Terms that a program under the MIT licence may be shipped with, by their SPDX identifiers. */
export const ALLOWED: readonly string[] = [
  'MIT',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'Python-2.0',
]

type OptionalOf = (folder: string) => readonly string[]

/**
 * Fills in the terms of packages that carry none: a part for one system has those of the package that it is a part of
 * (`optionalOf` gives the names of those), and where `package.json` says MIT, the text is known.
 */
export function withTerms(
  packages: readonly ShippedPackage[],
  optionalOf: OptionalOf,
  mitTerms: string,
): ShippedPackage[] {
  return packages.map((one) => {
    if (one.text !== '') return one
    const whole = packages.find(({ folder, text }) => text !== '' && optionalOf(folder).includes(one.name))
    if (whole !== undefined) return { ...one, text: whole.text }
    if (one.licence !== 'MIT' || one.author === '') return one
    const said = 'The package carries no licence text; its package.json says MIT.'
    return { ...one, text: `${said}\n\nCopyright (c) ${one.author}\n\n${mitTerms}` }
  })
}

/** Why these cannot be shipped, a sentence each; none where all is well. */
export function objections(packages: readonly ShippedPackage[]): string[] {
  return packages.flatMap(({ name, version, licence, text }) => {
    const which = `${name} ${version}`
    const terms = licence === '' ? 'no licence in its package.json' : `the licence ${licence}`
    return [
      ...(ALLOWED.includes(licence)
        ? []
        : [`${which} has ${terms}, which is not in the list of build/shipped/licence-terms.ts.`]),
      ...(text.trim() === '' ? [`${which} carries no licence text.`] : []),
    ]
  })
}

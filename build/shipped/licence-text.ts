import type { ShippedPackage } from './read-package.ts'

const RULE = '─'.repeat(78)

/** The list as one text file, to lie beside the program. */
export function licenceText(packages: readonly ShippedPackage[], own: string): string {
  const heading = ({ name, version, licence, parts }: ShippedPackage) =>
    `${name} ${version}\n${licence}\nin: ${parts.join(', ')}`
  const blocks = packages.map((one) => `${RULE}\n${heading(one)}\n\n${one.text.trim()}\n`)
  return [
    'Basin and what it is made of',
    '',
    own.trim(),
    '',
    'Basin contains the packages listed here, each under its own licence. What Electron consists of (Chromium,',
    'Node.js and others) is listed in LICENSES.chromium.html in the folder of the program.',
    '',
    ...blocks,
  ].join('\n')
}

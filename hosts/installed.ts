import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const fromSource = import.meta.url.endsWith('.ts')
const near = (source: string, bundled: string) =>
  fileURLToPath(new URL(fromSource ? source : bundled, import.meta.url))
const about = JSON.parse(readFileSync(near('../package.json', '../../package.json'), 'utf8')) as {
  version: string
}

/** Version of Basin. */
export const { version } = about

/** Folder of the samples that come with Basin. */
export const samplesFolder = near('../samples/', '../samples/')

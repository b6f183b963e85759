import type { TargetKind } from '../../contract/host.ts'
import type { ExportView, Warning } from '../../contract/views.ts'
import { heard } from '../../contract/words/hear.ts'
import { say } from '../../contract/words/say.ts'

/** So many characters, of at most three bytes, leave room for the rest of a name under 255 bytes. */
const LONGEST = 70

/**
 * `old-faithful.csv` with `labelled` becomes `old-faithful-labelled.csv`, unpacked; a tab-separated file keeps its ending. What
 * no file system takes is replaced.
 */
export function suggestName(given: string, suffix: string, kind: TargetKind): string {
  const file = given.replace(/(?<=.)\.gz$/i, '')
  const dot = file.lastIndexOf('.')
  const stem = (dot > 0 ? file.slice(0, dot) : file)
    .replace(/[\p{Cc}<>:"/\\|?*]/gu, '_')
    .slice(0, LONGEST)
    .replace(/\p{Cs}/gu, '')
    .replace(/^[.\s]+|[.\s]+$/g, '')
  const ending = dot > 0 ? file.slice(dot + 1).toLowerCase() : ''
  const kept = kind === 'csv' && ['tsv', 'txt', 'dat'].includes(ending) ? ending : kind
  return `${stem || 'data'}-${suffix}.${kept === 'r' ? 'R' : kept}`
}

/** `old-faithful.csv` becomes `old-faithful.basin`. */
export function sessionName(file: string): string {
  return suggestName(file, '', 'basin').replace(/-(?=\.basin$)/, '')
}

/** What was written, in a sentence, and what to know about it. */
export function describeExport({ file, rows, bytes, added, warnings }: ExportView): string {
  const size =
    bytes < 10_000
      ? say('{bytes, plural, one {# byte} other {# bytes}}', { bytes })
      : say('{size, number} kB', { size: Math.round(bytes / 1000) })
  const wrote =
    added.length > 0
      ? say('Wrote {file}: {rows, plural, one {# row} other {# rows}}, with the columns {added} added.', {
          file,
          rows,
          added: added.join(', '),
        })
      : say('Wrote {file} ({size}).', { file, size })
  return withWarnings(wrote, warnings)
}

/** A sentence, and what to know besides. */
export function withWarnings(sentence: string, warnings: readonly Warning[]): string {
  return [sentence, ...warnings.map(heard)].join(' ')
}

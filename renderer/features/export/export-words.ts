import type { TargetKind } from '../../../contract/host.ts'
import type { ExportView } from '../../../contract/views.ts'
import { formatCount } from '../../format/number.ts'
import { plural } from '../../format/plural.ts'

/** So many characters, of at most three bytes, leave room for the rest of a name under 255 bytes. */
const LONGEST = 70

/** `old-faithful.csv` with `labelled` becomes `old-faithful-labelled.csv`; a tab-separated file keeps its ending. What no file system takes is replaced. */
export function suggestName(file: string, suffix: string, kind: TargetKind): string {
  const dot = file.lastIndexOf('.')
  const stem = (dot > 0 ? file.slice(0, dot) : file)
    .replace(/[\p{Cc}<>:"/\\|?*]/gu, '_')
    .slice(0, LONGEST)
    .replace(/\p{Cs}/gu, '')
    .replace(/^[.\s]+|[.\s]+$/g, '')
  const ending = dot > 0 ? file.slice(dot + 1).toLowerCase() : ''
  const kept = kind === 'csv' && ['tsv', 'txt', 'dat'].includes(ending) ? ending : kind
  return `${stem || 'data'}-${suffix}.${kept}`
}

/** What was written, in a sentence. */
export function describeExport({ file, rows, bytes, added }: ExportView): string {
  if (added.length > 0)
    return `Wrote ${file}: ${plural(rows, 'row')}, with the columns ${added.join(', ')} added.`
  return `Wrote ${file} (${bytes < 10_000 ? plural(bytes, 'byte') : `${formatCount(Math.round(bytes / 1000))} kB`}).`
}

import { NOISE_LABEL, UNLABELLED } from '../../core/mixture/partition.ts'
import type { ExportView, Warning } from '../../contract/views.ts'
import { phrase, told } from '../../contract/words/say.ts'
import type { Dataset } from '../datasets.ts'
import type { Labelling } from '../labelling.ts'
import type { ExtraColumn } from './extra-column.ts'

/** Names of the columns that labels add, with a suffix where the file has the name already; a warning for each of those. */
export function addedNames(
  { file }: Dataset,
  extras: readonly ExtraColumn[],
  posteriors: number,
  noise = false,
): Pick<ExportView, 'added' | 'warnings'> {
  const taken = new Set(file.columns.flatMap(({ name, original }) => [name, original.trim()]))
  const wanted = ['cluster', 'uncertainty', 'log_density', ...extras.map(({ name }) => name)]
  for (let k = 1; k <= posteriors; k++) wanted.push(`posterior_${k}`)
  if (posteriors > 0 && noise) wanted.push('posterior_noise')
  const added = wanted.map((name) => {
    let free = name
    for (let suffix = 2; taken.has(free); suffix++) free = `${name}_${suffix}`
    taken.add(free)
    return free
  })
  const clashes = wanted.flatMap((name, i) => (name === added[i] ? [] : [{ name, free: added[i] }]))
  return { added, warnings: clashes.map(({ name, free }) => nameTaken(name, free)) }
}

const nameTaken = (name: string, free: string): Warning => ({
  code: 'name-taken',
  ...told(
    phrase('The file has a column “{name}” already, so the one that was added is called “{free}”.', {
      name,
      free,
    }),
  ),
  column: free,
})

/**
 * The text that goes behind the header: an empty cell for every column that it has none for, then the names. Between
 * blanks no cell can be empty, and the columns get the names they have here.
 */
export function addedHeader({ columns, dialect, headerLacks }: Dataset['file'], names: string[]): string {
  const { delimiter } = dialect
  const own = columns.filter(({ derived }) => derived === undefined)
  const lacking = own.slice(own.length - headerLacks)
  return ['', ...lacking.map(({ name }) => (delimiter === ' ' ? name : '')), ...names].join(delimiter)
}

/** How added cells are written in the file's own dialect. */
export interface CellStyle {
  delimiter: string
  decimal: string
  quote: string
}

/** A number in its shortest form that reads back to the same double, with the file's decimal mark. */
export function numberCell(value: number, { delimiter, decimal, quote }: CellStyle): string {
  if (!Number.isFinite(value)) return ''
  const text = decimal === '.' ? String(value) : String(value).replace('.', decimal)
  if (!text.includes(delimiter)) return text
  // Where no mark quotes cells, no number of the file can have a decimal mark that is the delimiter either.
  return quote === '' ? String(value) : quote + text + quote
}

/** A cell without a value: between blanks, of which any number is one delimiter, it has to be written. */
function emptyCell(delimiter: string): string {
  return delimiter === ' ' ? 'NA' : ''
}

/**
 * The text that goes behind a row's content: delimiters for the cells the row lacks, then the added cells; empty ones for
 * a row that was not used. Clusters count from 1; 0 is noise. `row`: of the file, for the extra columns.
 */
export function addedCells(
  labelling: Labelling,
  at: number,
  components: number,
  extras: readonly ExtraColumn[],
  row: number,
  short: number,
  style: CellStyle,
): string {
  const { labels, uncertainty, logDensity, posteriors, noise } = labelling
  const { delimiter } = style
  const cells = ['']
  const nothing = emptyCell(delimiter)
  for (let i = 0; i < short; i++) cells.push(nothing)
  const used = labels[at] !== UNLABELLED
  const add = (value: number) => cells.push(used ? numberCell(value, style) || nothing : nothing)
  cells.push(used ? String(labels[at] === NOISE_LABEL ? 0 : labels[at] + 1) : nothing)
  add(uncertainty?.[at] ?? NaN)
  add(logDensity?.[at] ?? NaN)
  for (const extra of extras) {
    const held = used ? extra.of(row) : (extra.unused ?? NaN)
    cells.push(typeof held === 'string' ? held : numberCell(held, style) || nothing)
  }
  if (posteriors !== null) for (let k = 0; k < components; k++) add(posteriors[at * components + k])
  if (noise !== null) add(noise[at])
  return cells.join(delimiter)
}

import { UNLABELLED } from '../../core/mixture/partition.ts'
import type { Start } from '../../core/mixture/types.ts'
import { EngineError } from '../../contract/errors.ts'
import type { ManualStart } from '../../contract/extension.ts'
import { hasRow, isMaskOf } from '../../contract/row-mask.ts'
import { phrase, type Phrase } from '../../contract/words/say.ts'
import type { ClusterLabels } from '../cluster-labels.ts'
import type { Dataset } from '../datasets.ts'
import type { LabelColumns } from '../label-column.ts'
import type { Fitted } from './fitted.ts'
import { startOfLabels } from './start.ts'

/** What manual starts are read from. */
export interface Sources {
  clusterLabels: ClusterLabels
  labelColumns: LabelColumns
}

/** What a person begins from, checked against the rows of the fit. */
export interface Manual {
  start: ManualStart
  components: number
  dataset: Dataset
  /** Indices of the file's rows that the fit uses. */
  usedRows: Uint32Array
  /** The restart whose clusters the rows that are not selected keep. */
  restart(id: string): Fitted
}

/**
 * The first M-step's labels, one per row used, and of how many components. Values of a column that no row used holds have none,
 * which may leave fewer than were asked for. Throws `invalid-input` in words.
 */
export async function manualStart(
  sources: Sources,
  manual: Manual,
): Promise<{ start: Start; components: number }> {
  const { usedRows, components } = manual
  const labels = await fileLabels(sources, manual)
  const used = new Uint8Array(usedRows.length)
  for (let i = 0; i < used.length; i++) used[i] = labels[usedRows[i]]
  const present = presentIn(used)
  if ('column' in manual.start) return withoutGaps(used, present, components)
  const most = present.at(-1) ?? 0
  if (most > components) throw tooMany(most, components)
  return { start: startOfLabels(used, components), components }
}

/** The labels that rows have, rising. */
function presentIn(labels: Uint8Array): number[] {
  const seen = new Uint8Array(256)
  for (let i = 0; i < labels.length; i++) seen[labels[i]] = 1
  return [...seen.keys()].filter((label) => label !== 0 && seen[label] === 1)
}

/** Labels that no row has are left out. */
function withoutGaps(
  used: Uint8Array,
  present: readonly number[],
  asked: number,
): { start: Start; components: number } {
  if (present.length > asked) throw tooMany(present.length, asked)
  if (present.length === 0)
    throw refused(phrase('No row that the fit uses has a label.'), phrase('Choose another column.'))
  const place = new Uint8Array(256)
  for (const [at, label] of present.entries()) place[label] = at + 1
  for (let i = 0; i < used.length; i++) used[i] = place[used[i]]
  return { start: startOfLabels(used, present.length), components: present.length }
}

const tooMany = (has: number, asked: number) =>
  refused(
    phrase('The start has {has} components, but {asked} were asked for.', { has, asked }),
    phrase('Ask for {given} components.', { given: has }),
  )

/** One per row of the file: 1-based, 0 for none. */
async function fileLabels(sources: Sources, manual: Manual): Promise<Uint8Array> {
  const { start, dataset } = manual
  const { rows } = dataset.file
  if ('labels' in start) {
    if (start.labels.length === rows) return start.labels
    throw refused(
      phrase('There are {labels} labels, but the file has {rows} rows.', {
        labels: start.labels.length,
        rows,
      }),
      phrase('Give one for each row of the file.'),
    )
  }
  if ('column' in start) {
    const { codes } = await sources.labelColumns(dataset, start.column)
    return codes.map((code) => (code === UNLABELLED ? 0 : code + 1))
  }
  if (!isMaskOf(start.selection, rows))
    throw refused(
      phrase('The selection is not of the {rows} rows of the file.', { rows }),
      phrase('Select the rows again.'),
    )
  return await selectionLabels(sources.clusterLabels, manual, start)
}

/** The selected rows are one component, behind those of the rest. */
async function selectionLabels(
  clusterLabels: ClusterLabels,
  { components, dataset, restart }: Manual,
  { selection, rest }: Extract<ManualStart, { selection: Uint8Array }>,
): Promise<Uint8Array> {
  const others = rest === null ? 1 : restart(rest).restart.components
  if (components !== others + 1)
    throw refused(
      phrase(
        'The selection beside {others, plural, one {# other component} other {# other components}} makes {all}, but {components} were asked for.',
        { others, all: others + 1, components },
      ),
      phrase('Ask for {given} components.', { given: others + 1 }),
    )
  const known = rest === null ? null : await clusterLabels(restart(rest))
  const labels = new Uint8Array(dataset.file.rows)
  for (let row = 0; row < labels.length; row++) {
    const label = known === null ? 0 : known[row]
    labels[row] = hasRow(selection, row) ? components : label < others ? label + 1 : 0
  }
  return labels
}

const refused = (message: Phrase, remedy: Phrase) => new EngineError('invalid-input', message, remedy)

import type { Flag, Mixture } from '../../core/mixture/types.ts'
import { fewestRows } from '../../core/mixture/flags.ts'
import { isShared } from '../../core/mixture/setting.ts'
import type { DiagnosisView, FindingView, RowsAtFault } from '../../contract/diagnosis-views.ts'
import { addRow, noRows } from '../../contract/row-mask.ts'
import type { WorkControl } from '../../workers/control.ts'
import type { Pool } from '../../workers/pool.ts'
import type { Tasks } from '../../workers/tasks.ts'
import type { ClusterLabels } from '../cluster-labels.ts'
import type { Ended } from '../fits/fitted.ts'
import type { Outcome } from '../fits/outcome.ts'
import { indexLines } from '../line-index.ts'
import { remediesFor } from './remedies.ts'

export interface DiagnosisSources {
  pool: Pool
  clusterLabels: ClusterLabels
}

type Fault = Pick<FindingView, 'code' | 'why' | 'components' | 'message'>
type Examined = Tasks['examine-rows']['output']

const SAMPLE = 12

/** What is wrong with a restart that has ended: why it collapsed, and what each of its flags comes from. */
export async function diagnose(
  sources: DiagnosisSources,
  ended: Ended,
  control: WorkControl,
): Promise<DiagnosisView> {
  const { fit, restart } = ended
  const findings: FindingView[] = []
  for (const fault of faultsOf(ended)) findings.push(await findingOf(sources, ended, fault, control))
  return {
    fit: fit.id,
    restart: restart.id,
    columns: fit.names,
    rowsUsed: countedBy(fit),
    findings,
  }
}

async function findingOf(
  sources: DiagnosisSources,
  ended: Ended,
  fault: Fault,
  control: WorkControl,
): Promise<FindingView> {
  const { fit, restart, outcome } = ended
  const examined =
    fault.why === null || fault.code === 'not-continued'
      ? null
      : await examineComponent(sources, ended, fault, control)
  const [component] = fault.components
  const causes = examined?.causes ?? []
  const weight = lastModel(outcome)?.weights[component]
  return {
    ...fault,
    iterations: outcome.iterations,
    held: weight === undefined ? null : weight * countedBy(fit),
    causes,
    rows: examined === null ? null : await rowsAtFault(ended, fault, examined),
    remedies: remediesFor(
      { ...fault, causes },
      {
        settings: fit.settings,
        restart,
        spreads: examined?.spreads ?? [],
      },
    ),
  }
}

/** The component that it is about; all rows used where there is no model, or where all components have one covariance. */
export async function examineComponent(
  { pool, clusterLabels }: DiagnosisSources,
  { fit, restart, outcome }: Ended,
  { components }: Pick<Fault, 'components'>,
  control: WorkControl,
): Promise<Examined> {
  const mixture = lastModel(outcome)
  const labels = mixture === null ? null : await clusterLabels({ fit, mixture })
  const component = isShared(restart.covariance) ? null : (components[0] ?? null)
  const needed = restart.covariance.endsWith('I') ? 2 : fit.columns.length + 1
  return await pool.run('examine-rows', {
    columns: fit.columns,
    gaps: fit.settings.missing === 'em',
    labels,
    component: labels === null ? null : component,
    needed,
    control: control.buffer,
  })
}

/** Duplicates; or all rows of a component. All rows used are not at fault. */
async function rowsAtFault(
  { fit, restart, outcome }: Ended,
  { components }: Fault,
  { rows, causes }: Examined,
): Promise<RowsAtFault | null> {
  const known = lastModel(outcome) !== null && components.length > 0 && !isShared(restart.covariance)
  const twins = causes.some(({ kind }) => kind === 'duplicates')
  if (rows.length === 0 || !(known || twins)) return null
  const mask = noRows(fit.columns[0].length)
  for (const row of rows) addRow(mask, row)
  const sample = Array.from(rows.subarray(0, SAMPLE))
  const index = indexLines(fit.dataset.file)
  const lines: number[] = []
  for (const row of sample) lines.push((await index.lines(row, 1))[0])
  return { count: rows.length, mask, sample, lines }
}

/** Rows used, or what they weigh in all: by that the flags were set. */
function countedBy({ rowsUsed, weighting }: Ended['fit']): number {
  return weighting?.count ?? rowsUsed
}

/** The last valid parameters, of the start where its first M-step failed. */
function lastModel({ mixture, collapse }: Outcome): Mixture | null {
  return mixture ?? collapse?.begun ?? null
}

/** The collapse and the flags of a restart, with what each component is degenerate in. */
export function faultsOf({ fit, restart, outcome }: Ended): Fault[] {
  const { status, reason, collapse, flags, mixture } = outcome
  const shared = isShared(restart.covariance)
  if (status === 'collapsed')
    return [
      {
        code: 'collapsed',
        why: collapse?.cause ?? 'singular',
        components:
          collapse === undefined || (shared && collapse.cause !== 'empty') ? [] : [collapse.component],
        message: reason,
      },
    ]
  const why = ({ code, components, collapse }: Flag): FindingView['why'] => {
    if (collapse !== undefined) return collapse
    const weight = mixture?.weights[components?.[0] ?? -1]
    if (code !== 'spurious' || weight === undefined) return null
    const counted = countedBy(fit)
    return weight * counted < fewestRows(restart.covariance, fit.columns.length, counted)
      ? 'few-rows'
      : 'narrow'
  }
  return flags.map((flag) => ({
    code: flag.code,
    why: why(flag),
    components: flag.components ?? [],
    message: flag.message,
  }))
}

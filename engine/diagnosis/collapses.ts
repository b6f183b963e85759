import type { Cause } from '../../core/mixture/diagnosis/cause.ts'
import type { CovarianceModel } from '../../core/mixture/types.ts'
import type { CollapsesView } from '../../contract/diagnosis-views.ts'
import type { Remedy } from '../../contract/remedies.ts'
import type { WorkControl } from '../../workers/control.ts'
import type { Ended } from '../fits/fitted.ts'
import type { FitUnderway } from '../fits/run.ts'
import { diagnose, type DiagnosisSources } from './diagnose.ts'

/** Collapsed restarts that are looked into: what is said of them stays the same with more, and each costs passes over the rows. */
const EXAMINED = 12
const EXAMINED_OF_MANY_ROWS = 3
const MANY_ROWS = 100_000
const MOST_REMEDIES = 3

/** Why the restarts of one (components, covariance) that collapsed did so, from the first of them. */
export async function collapses(
  sources: DiagnosisSources,
  fit: FitUnderway,
  cell: { components: number; covariance: CovarianceModel },
  control: WorkControl,
): Promise<CollapsesView> {
  const ended = fit.plan.flatMap((restart, slot): Ended[] => {
    const outcome = fit.outcomes[slot]
    const inCell = restart.components === cell.components && restart.covariance === cell.covariance
    return inCell && outcome != null && restart.removed !== true ? [{ fit, restart, outcome }] : []
  })
  const collapsed = ended.filter(({ outcome }) => outcome.status === 'collapsed')
  const most = fit.rowsUsed > MANY_ROWS ? EXAMINED_OF_MANY_ROWS : EXAMINED
  const byColumn = new Map<number, number>()
  const remedies = new Map<string, number>()
  let fewRows = 0
  let empty = 0
  const examined = collapsed.slice(0, most)
  for (const each of examined) {
    const { findings } = await diagnose(sources, each, control)
    const causes = findings.flatMap((finding) => finding.causes)
    for (const column of new Set(causes.flatMap(columnsOf))) add(byColumn, column)
    for (const remedy of findings.flatMap((finding) => finding.remedies))
      add(remedies, JSON.stringify(remedy))
    if (causes.some(({ kind }) => kind === 'few-rows')) fewRows++
    if (findings.some(({ why }) => why === 'empty')) empty++
  }
  return {
    ended: ended.length,
    collapsed: collapsed.length,
    examined: examined.length,
    columns: fit.names,
    byColumn: mostFirst(byColumn).map(([column, count]) => ({ column, count })),
    fewRows,
    empty,
    remedies: mostFirst(remedies)
      .slice(0, MOST_REMEDIES)
      .map(([remedy]) => JSON.parse(remedy) as Remedy),
  }
}

function columnsOf(cause: Cause): number[] {
  switch (cause.kind) {
    case 'constant':
    case 'discrete':
    case 'narrow':
      return [cause.column]
    case 'collinear':
    case 'combination':
      return cause.columns
    case 'few-rows':
    case 'duplicates':
      return []
  }
}

const add = <Key>(counts: Map<Key, number>, key: Key) => counts.set(key, (counts.get(key) ?? 0) + 1)

/** Equals stay as they came. */
const mostFirst = <Key>(counts: ReadonlyMap<Key, number>) => [...counts].sort(([, a], [, b]) => b - a)

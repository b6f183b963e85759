import { createWorkControl } from '../../workers/control.ts'
import { diagnosisSentences } from '../../contract/finding-words.ts'
import { diagnose, type DiagnosisSources } from '../diagnosis/diagnose.ts'
import type { Fit } from '../fits/run.ts'
import { endedOf, fittedOf } from '../fits/fitted.ts'
import { knownOf, type KnownOverall, type KnownSources } from '../known/known.ts'
import type { Mergings } from '../merging/mergings.ts'
import { mergingRecord } from './merging-record.ts'

/** What a report says of its best solution: what is wrong with it, where anything is, and what was asked for. */
export interface Findings {
  /** A sentence or more for each thing, components numbered by their weight. */
  diagnosis?: string[]
  known?: object
  merging?: object
}

interface Asked {
  allowSpurious?: boolean | undefined
  known?: number | undefined
  merged?: number | undefined
}

/** Nothing where the fit has no best solution. */
export async function findingsOf(
  sources: KnownSources & DiagnosisSources & { mergings: Mergings },
  fit: Fit,
  { allowSpurious, known: column, merged }: Asked,
): Promise<Findings> {
  const { solutions, best, bestWithSpurious } = fit.summary
  const id = allowSpurious === true ? bestWithSpurious : best
  const restart = solutions.find((solution) => solution.id === id)?.restarts[0]
  if (restart === undefined) return {}
  const fitted = fittedOf(fit, restart)
  const findings: Findings = {}
  const diagnosis = await diagnose(sources, endedOf(fit, restart), createWorkControl())
  if (diagnosis.findings.length > 0) findings.diagnosis = diagnosisSentences(diagnosis)
  if (column !== undefined) {
    const without = await knownOf(sources, fitted, { column })
    findings.known = knownRecord(without, null)
    if (merged !== undefined)
      findings.known = knownRecord(without, await knownOf(sources, fitted, { column, merged }))
  }
  if (merged !== undefined)
    findings.merging = mergingRecord(await sources.mergings(fitted, createWorkControl()), merged)
  return findings
}

function knownRecord(view: KnownOverall, merged: KnownOverall | null): object {
  return { column: view.column, ...measures(view), merged: merged === null ? null : measures(merged) }
}

/** Clusters count from 1; a category without one has null. */
function measures(view: KnownOverall): object {
  const nameOf = (category: number) => (category < 0 ? null : view.categories[category])
  return {
    rows: view.rows,
    unlabelled: view.unlabelled,
    inFit: view.inFit,
    adjustedRandIndex: view.adjustedRandIndex,
    normalisedMutualInformation: view.normalisedMutualInformation,
    purity: view.purity,
    misplaced: view.misplaced,
    categories: view.categories,
    clusterOf: view.clusterOf.map((cluster) => (cluster < 0 ? null : cluster + 1)),
    majority: view.majority.map(nameOf),
    table: view.table,
  }
}

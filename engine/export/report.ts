import { EngineError } from '../../contract/errors.ts'
import { plainJson } from '../../contract/plain-json.ts'
import { phrase, plainly } from '../../contract/words/say.ts'
import type { RestartView } from '../../contract/views.ts'
import type { Fit } from '../fits/run.ts'
import { tracesOf } from '../fits/traces.ts'
import { parametersOf } from '../mixture.ts'
import type { Findings } from './findings.ts'
import { rejectedByReason } from './rejected.ts'
import { settingsRecord } from './settings-record.ts'

/**
 * A fit as `basin.report`, version 1. The order of the keys is fixed, so that equal fits give equal bytes but for `timing`.
 * `allowSpurious`: whether what it calls best may be spurious.
 */
export function reportOf(fit: Fit, allowSpurious: boolean, findings: Findings = {}): object {
  return {
    format: 'basin.report',
    version: 1,
    data: dataOf(fit),
    settings: { ...settingsRecord(fit), 'allow-spurious': allowSpurious },
    solutions: solutionsOf(fit),
    best: allowSpurious ? fit.summary.bestWithSpurious : fit.summary.best,
    bestUnlessSpurious: fit.summary.best,
    bestWithSpurious: fit.summary.bestWithSpurious,
    ...findings,
    unseen: fit.summary.unseen,
    restarts: restartsOf(fit, fit.summary.restarts),
    ...(fit.summary.removed.length > 0 && { removed: restartsOf(fit, fit.summary.removed) }),
    refinements: fit.summary.refinements,
    extensions: fit.summary.extensions,
    timing: {
      seconds: fit.summary.seconds,
      threads: fit.summary.threads,
      rowIterationsPerSecond: fit.summary.rowIterationsPerSecond,
    },
  }
}

/** The report as the text of a file. Throws `too-large` where it is longer than any text can be. */
export function reportText(fit: Fit, allowSpurious: boolean, findings: Findings = {}): string {
  try {
    return `${plainJson(reportOf(fit, allowSpurious, findings), 2)}\n`
  } catch (thrown) {
    if (!(thrown instanceof RangeError)) throw thrown
    throw new EngineError(
      'too-large',
      phrase('A report of {length} restarts with all their iterations is too long to be written.', {
        length: fit.plan.length,
      }),
      phrase('Ask for fewer restarts or a lower iteration limit.'),
    )
  }
}

function dataOf({ dataset, summary }: Fit) {
  const { rejectedCells, blankLines, commentLines, warnings } = dataset.file
  return {
    file: dataset.name,
    rows: summary.rows,
    rowsUsed: summary.rowsUsed,
    rowsDropped: summary.rowsDropped,
    rowsWithGaps: summary.rowsWithGaps,
    weighting: summary.weighting,
    columns: summary.columns,
    rejectedCells,
    rejectedBy: rejectedByReason(dataset.file),
    blankLines,
    commentLines,
    warnings: warnings.map(plainly),
  }
}

function solutionsOf({ summary, plan, outcomes }: Fit) {
  const mixtures = new Map(plan.map(({ id }, at) => [id, outcomes[at].mixture]))
  return summary.solutions.map((solution) => {
    const mixture = mixtures.get(solution.restarts[0]) ?? null
    return {
      id: solution.id,
      components: solution.components,
      covariance: solution.covariance,
      kind: solution.kind,
      parameters: solution.parameters,
      logLikelihood: solution.logLikelihood,
      bic: solution.bic,
      aic: solution.aic,
      icl: solution.icl,
      aicc: solution.aicc,
      entropy: solution.entropy,
      ...(mixture === null ? {} : parametersOf(mixture)),
      hits: solution.hits,
      hitsBy: solution.hitsBy.map(({ initialisation, hits, of }) => ({ init: initialisation, hits, of })),
      restarts: solution.restarts,
      warnings: solution.warnings.map(({ code, message }) => ({ code, message })),
    }
  })
}

function restartsOf(fit: Fit, restarts: readonly RestartView[]) {
  const traces = tracesOf(fit)
  return restarts.map((restart) => ({
    id: restart.id,
    components: restart.components,
    covariance: restart.covariance,
    index: restart.index,
    seed: restart.seed,
    init: restart.initialisation,
    status: restart.state,
    iterations: restart.iterations,
    logLikelihood: restart.logLikelihood,
    solution: restart.solution,
    trace: Array.from(traces.get(restart.id) ?? []),
    ...(restart.reason === undefined ? {} : { reason: restart.reason }),
    ...(restart.manual === undefined ? {} : { manual: true }),
    ...(restart.continued === undefined ? {} : { continued: restart.continued }),
  }))
}

import type { StabilityView } from '../../contract/resampling-views.ts'
import type { ExitStatus } from './exit-status.ts'
import { jsonText, reportParts, withRepeatableFit } from './repeatable-fit.ts'
import { followReplicates } from './replicates.ts'
import { readStability } from './resampling-options.ts'
import { stabilityText } from './stability-text.ts'
import { bestOf } from './take-away.ts'
import type { Terminal } from './terminal.ts'

/** `basin stability`: whether the clusters of the best solution are found again on rows drawn again. */
export async function stability(args: string[], terminal: Terminal): Promise<ExitStatus> {
  const command = readStability(args)
  return await withRepeatableFit(command, terminal, async (fit) => {
    const { door, dataset, summary } = fit
    const best = bestOf(summary, command)
    const restart = best?.restarts[0]
    if (best === undefined || restart === undefined) return 1
    const asked = { fit: summary.fit, restart, ...command.resampling }
    const view = await followReplicates('replicate', command, terminal, (asking) =>
      door.engine.stability(asked, asking),
    )
    if (command.json) {
      const { data, settings, solutions } = await reportParts(fit, command)
      const solution = solutions.find(({ id }) => id === best.id)
      terminal.print(jsonText(documentOf(view, { data, settings, solution })))
    } else terminal.print(stabilityText(dataset, summary, best, view))
    if (!view.stopped) return 0
    terminal.complain('basin: Stopped before the end; what was found until then is what is shown.\n')
    return 130
  })
}

/** `basin.stability`, version 1. */
function documentOf(view: StabilityView, fit: object): object {
  const { scheme, models, asked, done, without, stopped, restarts, refinements, seconds } = view
  const numbered = <Each extends object>(list: readonly Each[]) =>
    list.map((each, k) => ({ cluster: k + 1, ...each }))
  return {
    format: 'basin.stability',
    version: 1,
    ...fit,
    ...{ scheme, models, asked, done, without, stopped, restarts, refinements },
    clusters: numbered(view.clusters),
    agreement: view.agreement,
    chosen: view.chosen,
    intervals: view.intervals === null ? null : numbered(view.intervals),
    timing: { seconds },
  }
}

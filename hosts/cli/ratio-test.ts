import { EngineError } from '../../contract/errors.ts'
import { TEST_LEVEL, type RatioTestView } from '../../contract/resampling-views.ts'
import { describeResolution, describeTest } from '../../contract/words/resampling-words.ts'
import type { DatasetSummary } from '../../contract/views.ts'
import type { ExitStatus } from './exit-status.ts'
import { fileText } from './inspect-text.ts'
import { jsonText, reportParts, withRepeatableFit, type RepeatableFit } from './repeatable-fit.ts'
import { followReplicates } from './replicates.ts'
import { readTest, type TestCommand } from './resampling-options.ts'
import type { Terminal } from './terminal.ts'

/** `basin test`: K components against K + 1, one K after another until one more is not supported. */
export async function ratioTest(args: string[], terminal: Terminal): Promise<ExitStatus> {
  const command = readTest(args)
  return await withRepeatableFit(command, terminal, async (fit) => {
    const { views, refusal } = await testInTurn(fit, command, terminal)
    if (views.length > 0)
      terminal.print(
        command.json ? jsonText(await documentOf(fit, command, views)) : testText(fit.dataset, views),
      )
    if (refusal !== null) throw refusal
    if (views.every(({ stopped }) => !stopped)) return 0
    terminal.complain('basin: Stopped before the end; what was found until then is what is shown.\n')
    return 130
  })
}

/** The tests that were made, and why the next could not be. */
async function testInTurn(
  { door, summary }: RepeatableFit,
  command: TestCommand,
  terminal: Terminal,
): Promise<{ views: RatioTestView[]; refusal: EngineError | null }> {
  const { components, covariances } = summary.settings
  const { from, to } = command.tested ?? { ...components, to: Math.max(components.from, components.to - 1) }
  const { samples, restarts } = command
  const views: RatioTestView[] = []
  try {
    for (let tested = from; tested <= to; tested++) {
      const asked = { fit: summary.fit, covariance: covariances[0], components: tested, samples, restarts }
      const view = await followReplicates('sample', command, terminal, (asking) =>
        door.engine.ratioTest(asked, asking),
      )
      views.push(view)
      if (view.stopped || isSupported(view) !== true) break
    }
    return { views, refusal: null }
  } catch (thrown) {
    return { views, refusal: EngineError.from(thrown) }
  }
}

/** Whether one more component is supported; null where too few samples were drawn to tell. */
function isSupported({ p, early, statistics }: RatioTestView): boolean | null {
  return p === null || (!early && statistics.length < 1 / TEST_LEVEL - 1) ? null : p <= TEST_LEVEL
}

/** `basin.test`, version 1. */
async function documentOf(
  fit: RepeatableFit,
  command: TestCommand,
  views: readonly RatioTestView[],
): Promise<object> {
  const { data, settings } = await reportParts(fit, command)
  const last = views.at(-1)
  return {
    format: 'basin.test',
    version: 1,
    data,
    settings,
    level: TEST_LEVEL,
    components: last !== undefined && isSupported(last) === false ? last.components : null,
    tests: views.map((view) => ({
      covariance: view.covariance,
      components: view.components,
      supported: isSupported(view),
      p: view.p,
      statistic: view.statistic,
      logLikelihood: view.fewer,
      logLikelihoodOfOneMore: view.more,
      fitted: view.fitted,
      ...{ asked: view.asked, done: view.done, without: view.without, exceedances: view.exceedances },
      ...{ early: view.early, stopped: view.stopped },
      ...{ restarts: view.restarts, refinements: view.refinements },
      statistics: view.statistics,
    })),
    timing: { seconds: views.reduce((sum, { seconds }) => sum + seconds, 0) },
  }
}

function testText(dataset: DatasetSummary, views: readonly RatioTestView[]): string {
  const parts = [
    fileText(dataset),
    ...views.map((view) => `${view.covariance}: ${describeTest(view)} ${describeResolution(view)}\n`),
    'The test takes the smaller model for the truth, normal components included: a skewed group can ask for more components than there are groups.',
    ...(views.length > 1 ? [' p-values are not corrected for testing several numbers.'] : []),
    '\n',
  ]
  return parts.join('')
}

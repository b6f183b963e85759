import { hear } from '../../../contract/words/hear.ts'
import { say } from '../../../contract/words/say.ts'
import type { Initialisation } from '../../../core/mixture/types.ts'
import type { ReplayView, RestartView } from '../../../contract/views.ts'
import type { Scene } from '../../stores/frames.ts'
import type { Phase } from '../../stores/timeline.ts'
import { formatGap } from '../../format/number.ts'
import { inRow } from '../../format/sentences.ts'

export interface Caption {
  /** The step, in a word or two. */
  name: string
  /** What happens in it, for someone who meets EM for the first time. */
  text: string
  /** The same in a few words, for where two restarts play side by side. */
  gist: string
}

const STARTS: Record<Initialisation, string> = {
  'kmeans++': say('From centres that k-means++ has spread out.'),
  kmeans: say('From the clusters of k-means.'),
  'random-rows': say('From rows drawn at random as centres.'),
  'random-responsibilities': say('From rows shared out at random.'),
  'short-runs': say('From the best of several short runs of EM.'),
  hierarchical: say('From hierarchical clusters.'),
  split: say('From a solution with one component fewer, one of them split.'),
  swap: say('From a solution found before, one of its components moved elsewhere.'),
  'split-merge': say('From a solution found before, two components merged and another split.'),
  simpler: say('From a solution of a simpler covariance model.'),
  given: say('From what was given.'),
}

const SAMPLES: Record<ReplayView['startRows'], string> = {
  all: '',
  drawn: say('It was made from a random sample of the rows.'),
  climbed: say(
    'EM first climbed on a random sample of the rows: this is where that led, and now all rows count.',
  ),
}

/** What happens at a stop. `best`: the highest log-likelihood that a restart of the cell has come to. */
export function captionOf(
  scene: Scene,
  replay: ReplayView,
  restart: RestartView,
  best: number | null,
): Caption {
  const { phase, place } = scene.shot
  const isLast = place === replay.iterations.length - 1
  const resting = phase !== 'maximise' && phase !== 'landing' && phase !== 'start'
  return phase === 'over' || (isLast && resting)
    ? endOf(restart, best)
    : stepOf(phase, scene, replay, restart)
}

function stepOf(
  phase: Exclude<Phase, 'over'>,
  { shot: { place, iteration }, logLikelihood, changed }: Scene,
  { iterations, logLikelihoods, startRows }: ReplayView,
  { initialisation, continued }: RestartView,
): Caption {
  const rise = climbed(logLikelihood - (logLikelihoods[place - 1] ?? NaN))
  switch (phase) {
    case 'start': {
      const from = STARTS[initialisation]
      const colours = say('Each row takes the colour of the component that it most likely came from.')
      return { name: say('Start'), text: inRow(from, SAMPLES[startRows], colours), gist: from }
    }
    case 'maximise':
      return {
        name: say('M-step'),
        text: inRow(
          say(
            'Each component moves to the mean and takes the spread of its rows, each counted by how likely it belongs; its weight becomes their share.',
          ),
          rise.text,
        ),
        gist: inRow(say('Components move.'), rise.gist),
      }
    case 'expect':
      return {
        name: say('E-step'),
        text: inRow(
          say(
            'Each row takes the colour of the component that it most likely came from, now that they have moved.',
          ),
          recoloured(changed),
          continued?.includes(iteration) === true ? say('Here it had ended, and was continued.') : '',
        ),
        gist: recoloured(changed),
      }
    case 'leap':
      return {
        name: say('Leap'),
        text: say(
          'EM has become slow, so its last steps are extrapolated (SQUAREM) and an E-step is made out there. Nothing is reached yet: components and log-likelihood stay.',
        ),
        gist: say('Tried ahead; nothing is reached yet.'),
      }
    case 'landing':
      return {
        name: say('Leap kept'),
        text: inRow(
          say('The M-step from the extrapolated point came out no lower, so the components jump there.'),
          rise.text,
        ),
        gist: inRow(say('Components jump.'), rise.gist),
      }
    case 'refusal':
      return {
        name: say('Leap refused'),
        text: say(
          'The M-step from the extrapolated point came out lower, so nothing moves: EM goes on from where it was.',
        ),
        gist: say('It came out lower: nothing moves.'),
      }
    case 'several': {
      const run = { from: (iterations[place - 1] ?? 0) + 1, to: iteration }
      return {
        name: say('Several steps'),
        text: say(
          'E- and M-steps in turn: of iterations {from, number} to {to, number} only the last was kept.',
          run,
        ),
        gist: say('Of iterations {from, number} to {to, number} only the last was kept.', run),
      }
    }
  }
}

function climbed(gain: number): Pick<Caption, 'text' | 'gist'> {
  if (Number.isNaN(gain)) return { text: '', gist: '' }
  if (gain < 0)
    return {
      text: say(
        'The log-likelihood fell by {loss}: under regularisation or a prior it is the penalised one that climbs.',
        { loss: formatGap(-gain) },
      ),
      gist: say('logL falls by {loss}.', { loss: formatGap(-gain) }),
    }
  return {
    text: say('The log-likelihood, which never goes down, rose by {gain}.', { gain: formatGap(gain) }),
    gist: say('logL rises by {gain}.', { gain: formatGap(gain) }),
  }
}

function recoloured(changed: number | null): string {
  if (changed === null) return ''
  return changed === 0
    ? say('No row changes colour.')
    : say('{rows, plural, one {# row changes colour.} other {# rows change colour.}}', { rows: changed })
}

/** Why it goes no further. */
function endOf({ state, reason = '', logLikelihood, warnings }: RestartView, best: number | null): Caption {
  const plain = (text: string): Caption => ({ name: say('End'), text, gist: text })
  const marked = (code: string) => warnings.some((warning) => warning.code === code)
  if (marked('saddle'))
    return plain(
      say('A saddle: components lie on each other, where EM stands still though it is no maximum.'),
    )
  if (marked('plateau'))
    return plain(say('It gained so little that it stopped, on a plateau: more may be left.'))
  switch (state) {
    case 'converged': {
      const gap = (best ?? NaN) - (logLikelihood ?? NaN)
      const lower = gap > 1e-6 * Math.max(1, Math.abs(best ?? 0))
      return {
        name: say('End'),
        text: inRow(
          say('A local maximum: every small move from here goes down, and EM only climbs.'),
          lower
            ? say('Another restart ended {gap} higher, on another hill: that is what restarts are for.', {
                gap: formatGap(gap),
              })
            : say(
                'No restart ended higher. Others may have ended on other hills: that is what restarts are for.',
              ),
        ),
        gist: lower
          ? say('A local maximum; another is {gap} higher.', { gap: formatGap(gap) })
          : say('A local maximum; none found is higher.'),
      }
    }
    case 'iteration-limit':
      return plain(say('It was still climbing when it reached the iteration limit.'))
    case 'collapsed':
      return plain(inRow(say('It collapsed in the next step.'), hear(reason)))
    case 'dropped':
      return plain(say('It was given up here, because it lagged behind other restarts.'))
    default:
      return plain(say('It was stopped here.'))
  }
}

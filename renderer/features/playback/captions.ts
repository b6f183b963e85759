import type { Initialisation } from '../../../core/mixture/types.ts'
import type { ReplayView, RestartView } from '../../../contract/views.ts'
import type { Scene } from '../../stores/frames.ts'
import type { Phase } from '../../stores/timeline.ts'
import { formatCount, formatGap } from '../../format/number.ts'
import { plural } from '../../format/plural.ts'

export interface Caption {
  /** The step, in a word or two. */
  name: string
  /** What happens in it, for someone who meets EM for the first time. */
  text: string
  /** The same in a few words, for where two restarts play side by side. */
  gist: string
}

const STARTS: Record<Initialisation, string> = {
  'kmeans++': 'centres that k-means++ has spread out',
  kmeans: 'the clusters of k-means',
  'random-rows': 'rows drawn at random as centres',
  'random-responsibilities': 'rows shared out at random',
  'short-runs': 'the best of several short runs of EM',
  hierarchical: 'hierarchical clusters',
  split: 'a solution with one component fewer, one of them split',
  swap: 'a solution found before, one of its components moved elsewhere',
  'split-merge': 'a solution found before, two components merged and another split',
  simpler: 'a solution of a simpler covariance model',
  given: 'what was given',
}

const SAMPLES: Record<ReplayView['startRows'], string> = {
  all: '',
  drawn: ' It was made from a random sample of the rows.',
  climbed:
    ' EM first climbed on a random sample of the rows: this is where that led, and now all rows count.',
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
      const from = `From ${STARTS[initialisation]}.`
      const colours = 'Each row takes the colour of the component that it most likely came from.'
      return { name: 'Start', text: `${from}${SAMPLES[startRows]} ${colours}`, gist: from }
    }
    case 'maximise':
      return {
        name: 'M-step',
        text: `Each component moves to the mean and takes the spread of its rows, each counted by how likely it belongs; its weight becomes their share. ${rise.text}`,
        gist: `Components move. ${rise.gist}`,
      }
    case 'expect':
      return {
        name: 'E-step',
        text: `Each row takes the colour of the component that it most likely came from, now that they have moved. ${recoloured(changed)}${continued?.includes(iteration) === true ? ' Here it had ended, and was continued.' : ''}`,
        gist: recoloured(changed),
      }
    case 'leap':
      return {
        name: 'Leap',
        text: 'EM has become slow, so its last steps are extrapolated (SQUAREM) and an E-step is made out there. Nothing is reached yet: components and log-likelihood stay.',
        gist: 'Tried ahead; nothing is reached yet.',
      }
    case 'landing':
      return {
        name: 'Leap kept',
        text: `The M-step from the extrapolated point came out no lower, so the components jump there. ${rise.text}`,
        gist: `Components jump. ${rise.gist}`,
      }
    case 'refusal':
      return {
        name: 'Leap refused',
        text: 'The M-step from the extrapolated point came out lower, so nothing moves: EM goes on from where it was.',
        gist: 'It came out lower: nothing moves.',
      }
    case 'several': {
      const from = (iterations[place - 1] ?? 0) + 1
      const run = `iterations ${formatCount(from)} to ${formatCount(iteration)} only the last was kept.`
      return { name: 'Several steps', text: `E- and M-steps in turn: of ${run}`, gist: `Of ${run}` }
    }
  }
}

function climbed(gain: number): Pick<Caption, 'text' | 'gist'> {
  if (Number.isNaN(gain)) return { text: '', gist: '' }
  if (gain < 0)
    return {
      text: `The log-likelihood fell by ${formatGap(-gain)}: under regularisation or a prior it is the penalised one that climbs.`,
      gist: `logL falls by ${formatGap(-gain)}.`,
    }
  return {
    text: `The log-likelihood, which never goes down, rose by ${formatGap(gain)}.`,
    gist: `logL rises by ${formatGap(gain)}.`,
  }
}

function recoloured(changed: number | null): string {
  if (changed === null) return ''
  return changed === 0 ? 'No row changes colour.' : `${plural(changed, 'row changes', 'rows change')} colour.`
}

/** Why it goes no further. */
function endOf({ state, reason = '', logLikelihood, warnings }: RestartView, best: number | null): Caption {
  const plain = (text: string): Caption => ({ name: 'End', text, gist: text })
  const marked = (code: string) => warnings.some((warning) => warning.code === code)
  if (marked('saddle'))
    return plain('A saddle: components lie on each other, where EM stands still though it is no maximum.')
  if (marked('plateau')) return plain('It gained so little that it stopped, on a plateau: more may be left.')
  switch (state) {
    case 'converged': {
      const gap = (best ?? NaN) - (logLikelihood ?? NaN)
      const lower = gap > 1e-6 * Math.max(1, Math.abs(best ?? 0))
      return {
        name: 'End',
        text: `A local maximum: every small move from here goes down, and EM only climbs. ${
          lower
            ? `Another restart ended ${formatGap(gap)} higher, on another hill: that is what restarts are for.`
            : 'No restart ended higher. Others may have ended on other hills: that is what restarts are for.'
        }`,
        gist: `A local maximum; ${lower ? `another is ${formatGap(gap)} higher` : 'none found is higher'}.`,
      }
    }
    case 'iteration-limit':
      return plain('It was still climbing when it reached the iteration limit.')
    case 'collapsed':
      return plain(`It collapsed in the next step. ${reason}`)
    case 'dropped':
      return plain('It was given up here, because it lagged behind other restarts.')
    default:
      return plain('It was stopped here.')
  }
}

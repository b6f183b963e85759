import type { SolutionView } from '../../../../contract/views.ts'
import { say } from '../../../../contract/words/say.ts'
import type { View } from '../../../stores/selection.ts'
import { formatFixed } from '../../../format/number.ts'
import { solutionLetter } from '../../../format/words.ts'

export const TOUR_STEPS = ['read', 'run', 'take'] as const
export type TourStep = (typeof TOUR_STEPS)[number]

/** What the tour looks at: the sample, and what has been done with it so far. */
export interface TourState {
  step: TourStep
  view: View
  /** Null while another file, or none, is open. */
  sample: { rows: number; columns: number; ticked: number } | null
  opening: boolean
  fit: {
    phase: 'none' | 'running' | 'ended'
    ended: number
    asked: number
    /** Solutions of the model on the screen, those set aside among them. */
    found: number
    /** The highest first, without those set aside. */
    solutions: readonly Pick<SolutionView, 'id' | 'hits' | 'logLikelihood' | 'hitsBy'>[]
  }
}

/** Where on the screen a step points, and on which side of that it stands. */
export interface TourAnchor {
  selector: string
  side: 'left' | 'right'
}

export interface TourCallout {
  /** 1-based. */
  number: number
  title: string
  paragraphs: string[]
  /** One sentence on how far it is; read out when it changes. */
  status: string
  /** The tab that the step is about, where another one is shown. */
  away: View | null
  /** Null where there is nothing to point at now. */
  anchor: TourAnchor | null
  /** What the button that goes on says, and whether it may be pressed. */
  next: { label: string; ready: boolean }
  /** Whether the sample has to be opened before the tour can go on. */
  lost: boolean
}

const VIEW_OF: Readonly<Record<TourStep, View>> = { read: 'Data', run: 'Restarts', take: 'Clusters' }

const ANCHORS: Readonly<Record<TourStep, TourAnchor>> = {
  read: { selector: `[role=region][aria-label="${say('Column profiles')}"]`, side: 'right' },
  run: { selector: `section[aria-label="${say('Landscape')}"]`, side: 'right' },
  take: {
    selector: `aside[aria-label="${say('Solution')}"] .exports`,
    side: 'left',
  },
}

/** Where most programs start, and nowhere else. */
const K_MEANS: ReadonlySet<string> = new Set(['kmeans', 'kmeans++'])

/** What the tour says now, where it points, and whether it can go on. */
export function planTour(state: TourState): TourCallout {
  const { step, sample, view } = state
  const number = TOUR_STEPS.indexOf(step) + 1
  if (sample === null) return withoutSample(state, number)
  const away = view === VIEW_OF[step] ? null : VIEW_OF[step]
  const anchor = away === null || step === 'take' ? ANCHORS[step] : null
  return { number, away, anchor, lost: false, ...said(state, sample) }
}

export function stepAfter(step: TourStep, by: 1 | -1): TourStep | null {
  return TOUR_STEPS[TOUR_STEPS.indexOf(step) + by] ?? null
}

function withoutSample({ opening }: TourState, number: number): TourCallout {
  return {
    number,
    title: opening ? say('Opening the rock crabs') : say('The sample is not open'),
    paragraphs: opening
      ? []
      : [
          say(
            'The tour is about the sample Rock crabs. Open it to begin again, or leave the tour: your file stays.',
          ),
        ],
    status: opening ? say('Reading the sample…') : '',
    away: null,
    anchor: null,
    next: { label: say('Open the sample'), ready: !opening },
    lost: !opening,
  }
}

type Said = Pick<TourCallout, 'title' | 'paragraphs' | 'status' | 'next'>

function said({ step, fit }: TourState, sample: NonNullable<TourState['sample']>): Said {
  switch (step) {
    case 'read':
      return {
        title: say('What was read'),
        paragraphs: [
          say(
            '{rows, plural, one {# row} other {# rows}} and {columns, plural, one {# column} other {# columns}}, each with its type and its range. {ticked, number} are ticked on the left to be clustered on: lengths of rock crabs, in millimetres.',
            sample,
          ),
          say(
            'The crabs are of two forms and both sexes. Suppose we did not know: can the lengths alone find the four kinds?',
          ),
        ],
        status: '',
        next: { label: say('Fit 4 components'), ready: true },
      }
    case 'run':
      return {
        title: say('Every restart, not only the best'),
        paragraphs: [
          say(
            'Each curve is one restart that climbs from its own start. Beside them is where each ended: a block per solution, as high as its log-likelihood, as wide as the restarts that reached it.',
          ),
          ...(fit.phase === 'ended' ? outcome(fit) : []),
        ],
        status: progress(fit),
        next: { label: say('Look at the clusters'), ready: fit.phase === 'ended' },
      }
    case 'take':
      return {
        title: say('Choose, and take it away'),
        paragraphs: [
          say(
            'Here are the clusters of the best solution, in the plane that separates them most. The chart Uncertainty says which rows are in doubt; the tab Compare sets one solution beside another.',
          ),
          say(
            'Export labelled CSV… writes your file with a column “cluster”, your own bytes untouched. Save session keeps all of this to go on with.',
          ),
          say('When you leave the tour, the settings on the left are again what they were before it.'),
        ],
        status: '',
        next: { label: say('Finish'), ready: true },
      }
  }
}

function progress({ phase, ended, asked, found }: TourState['fit']): string {
  if (phase === 'running')
    return say(
      '{ended, number} of {asked, plural, one {# restart} other {# restarts}} so far, at {found, plural, one {# solution} other {# solutions}}.',
      { ended, asked, found },
    )
  return phase === 'ended' ? '' : say('Press Run to fit, or go back.')
}

function outcome({ ended, found, solutions: [best, second] }: TourState['fit']): string[] {
  if (best === undefined) return [say('No restart reached a usable solution.')]
  const letter = solutionLetter(best.id)
  const fromKMeans = best.hitsBy.filter(({ initialisation }) => K_MEANS.has(initialisation))
  const starts = fromKMeans.reduce((sum, { of }) => sum + of, 0)
  const hits = fromKMeans.reduce((sum, each) => sum + each.hits, 0)
  const sentences = [
    say(
      '{ended, plural, one {# restart} other {# restarts}} ended at {found, plural, one {# solution} other {# solutions}}. The best, {letter}, was reached by {hits, number}.',
      { ended, found, letter, hits: best.hits },
    ),
    second === undefined
      ? ''
      : say('The next is {gap} lower in log-likelihood.', {
          gap: formatFixed(best.logLikelihood - second.logLikelihood, 2),
        }),
    starts === 0
      ? ''
      : hits === 0
        ? say(
            'Of {starts, plural, one {# start} other {# starts}} from k-means or its centres none reached {letter}: a program that starts only there does not show it.',
            { starts, letter },
          )
        : say(
            'Of {starts, plural, one {# start} other {# starts}} from k-means or its centres {hits, number} reached {letter}.',
            { starts, hits, letter },
          ),
  ]
  return [sentences.filter((each) => each !== '').join(' ')]
}

import type { UnseenView } from '../../../contract/views.ts'
import { plural } from '../../format/plural.ts'

export interface Enough {
  /** In a few words. */
  verdict: string
  /** What it rests on. */
  why: string
  /** Chances that one more restart finds it: the estimate, and what it is at most with about 95 % confidence. */
  figures: { name: string; title: string; estimate: number; most: number; text: string }[]
}

/* A bound on the chance per restart: below the first 300 restarts and more agree, below the second 60. */
const SURE = 0.01
const FAIR = 0.05

/** Whether the restarts of a cell are enough; `best` is the letter of the solution taken as best. */
export function enoughWords(unseen: UnseenView, best: string | null): Enough {
  const { restarts, once, chance, chanceAtMost, better, betterAtMost } = unseen
  return {
    verdict: verdictOf(unseen, best),
    why: whyOf(restarts, once, best),
    figures: [
      {
        name: best === null ? 'something usable' : `better than ${best}`,
        title: 'Chance that one more restart ends higher than the best that is not set aside',
        estimate: better ?? 0,
        most: betterAtMost,
        text: shares(better, betterAtMost),
      },
      {
        name: 'anything new',
        title: 'Chance that one more restart reaches a solution not seen yet (Good–Turing)',
        estimate: chance ?? 0,
        most: chanceAtMost,
        text: shares(chance, chanceAtMost),
      },
    ],
  }
}

function verdictOf({ restarts, better, betterAtMost }: UnseenView, best: string | null): string {
  if (restarts === 0) return 'No independent restart has ended yet.'
  if (best === null) return 'No restart has reached a usable solution: change the model rather than run more.'
  if ((better ?? 0) > 0) return `One restart alone reached ${best}: run more.`
  if (betterAtMost <= SURE) return `Probably yes: more of the same would hardly end above ${best}.`
  if (betterAtMost <= FAIR) return `Perhaps: a better one than ${best} is unlikely, and more would tell.`
  return `Too few to tell whether ${best} is the best: run more.`
}

function whyOf(restarts: number, once: number, best: string | null): string {
  if (restarts === 0) return ''
  if (best === null && once === 0) return `${plural(restarts, 'restart')}, no usable solution`
  const lone =
    once === 0 ? 'every solution was reached more than once' : `${plural(once, 'solution')} seen once`
  return `${plural(restarts, 'restart')}, ${lone}`
}

const shares = (estimate: number | null, most: number): string => {
  if (estimate === null) return '–'
  const bound = `at most ${percent(most, Math.ceil)}`
  return estimate === 0 ? bound : `about ${percent(estimate, Math.round)}, ${bound}`
}

/** A share in per cent, below ten with one decimal. A bound is rounded up. */
function percent(share: number, round: (value: number) => number): string {
  const factor = share < 0.1 ? 10 : 1
  return `${round(share * 100 * factor - 1e-9) / factor} %`
}

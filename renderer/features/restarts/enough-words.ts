import type { UnseenView } from '../../../contract/views.ts'
import { say } from '../../../contract/words/say.ts'
import { formatNumber } from '../../format/number.ts'

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
        name: best === null ? say('something usable') : say('better than {best}', { best }),
        title: say('Chance that one more restart ends higher than the best that is not set aside'),
        estimate: better ?? 0,
        most: betterAtMost,
        text: shares(better, betterAtMost),
      },
      {
        name: say('anything new'),
        title: say('Chance that one more restart reaches a solution not seen yet (Good–Turing)'),
        estimate: chance ?? 0,
        most: chanceAtMost,
        text: shares(chance, chanceAtMost),
      },
    ],
  }
}

function verdictOf({ restarts, better, betterAtMost }: UnseenView, best: string | null): string {
  if (restarts === 0) return say('No independent restart has ended yet.')
  if (best === null)
    return say('No restart has reached a usable solution: change the model rather than run more.')
  if ((better ?? 0) > 0) return say('One restart alone reached {best}: run more.', { best })
  if (betterAtMost <= SURE)
    return say('Probably yes: more of the same would hardly end above {best}.', { best })
  if (betterAtMost <= FAIR)
    return say('Perhaps: a better one than {best} is unlikely, and more would tell.', { best })
  return say('Too few to tell whether {best} is the best: run more.', { best })
}

function whyOf(restarts: number, once: number, best: string | null): string {
  if (restarts === 0) return ''
  if (best === null && once === 0)
    return say('{restarts, plural, one {# restart} other {# restarts}}, no usable solution', { restarts })
  if (once === 0)
    return say(
      '{restarts, plural, one {# restart} other {# restarts}}, every solution was reached more than once',
      { restarts },
    )
  return say(
    '{restarts, plural, one {# restart} other {# restarts}}, {once, plural, one {# solution} other {# solutions}} seen once',
    { restarts, once },
  )
}

const shares = (estimate: number | null, most: number): string => {
  if (estimate === null) return '–'
  const bound = percent(most, Math.ceil)
  if (estimate === 0) return say('at most {bound}', { bound })
  return say('about {chance}, at most {bound}', { chance: percent(estimate, Math.round), bound })
}

/** A share in per cent, below ten with one decimal. A bound is rounded up. */
function percent(share: number, round: (value: number) => number): string {
  const factor = share < 0.1 ? 10 : 1
  return `${formatNumber(round(share * 100 * factor - 1e-9) / factor)} %`
}

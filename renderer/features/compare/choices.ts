import type { RestartView, SolutionView } from '../../../contract/views.ts'
import { say } from '../../../contract/words/say.ts'
import { isUnderway, isUsable } from '../../stores/ranking.ts'
import { formatFixed } from '../../format/number.ts'
import { restartName, solutionLetter } from '../../format/words.ts'

export interface Choice {
  /** Id of a restart. */
  value: string
  text: string
  solution: string | null
}

/** What can be compared: every solution by its best restart, then the other restarts that ended with something. */
export function choicesOf(solutions: readonly SolutionView[], restarts: readonly RestartView[]): Choice[] {
  const several = new Set(solutions.map((each) => `${each.covariance}-${each.components}`)).size > 1
  const cell = (of: { covariance: string; components: number }) =>
    several ? ` · ${of.covariance} ${of.components}` : ''
  const first = new Set(solutions.map((each) => each.restarts[0]))
  return [
    ...solutions.flatMap((solution) => {
      const [value] = solution.restarts
      if (value === undefined) return []
      const name = () => say('Solution {letter}', { letter: solutionLetter(solution.id) })
      return [
        worded({ value, solution: solution.id }, () => `${name()}${cell(solution)} · ${height(solution)}`),
      ]
    }),
    ...restarts
      .filter((restart) => isUsable(restart) && !isUnderway(restart) && !first.has(restart.id))
      .map((restart) =>
        worded(
          { value: restart.id, solution: restart.solution },
          () => `${capital(restartName(restart))}${cell(restart)} · ${height(restart)}`,
        ),
      ),
  ]
}

/** Its text is worded when it is first read: of ten thousand choices some hundreds are. */
function worded(choice: Omit<Choice, 'text'>, word: () => string): Choice {
  let text: string | undefined
  return {
    ...choice,
    get text() {
      return (text ??= word())
    },
  }
}

/** More are not listed: a restart chosen in any other view is on the left here. */
const LISTED = 500

/** The first of the choices, and those that are chosen wherever they stand. */
export function shortlist(choices: Choice[], chosen: readonly string[]): Choice[] {
  if (choices.length <= LISTED) return choices
  return choices.filter((choice, at) => at < LISTED || chosen.includes(choice.value))
}

/** What to set beside the left: the first of another solution, else any other. */
export function secondChoice(choices: readonly Choice[], left: string): string {
  const solution = choices.find((choice) => choice.value === left)?.solution
  const other = choices.find((choice) => choice.value !== left && choice.solution !== solution)
  return (other ?? choices.find((choice) => choice.value !== left))?.value ?? ''
}

const height = ({ logLikelihood }: { logLikelihood: number | null }) =>
  say('logL {value}', { value: formatFixed(logLikelihood ?? NaN, 2) })

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

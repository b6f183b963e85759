import type * as v from 'valibot'
import { EngineError } from './errors.ts'
import { phrase, sayPhrase, type Phrase } from './words/say.ts'

type Issue = v.GenericIssue

/** The first thing wrong with an input, as an error that names the field in words. */
export function refusal(what: string, issues: readonly Issue[]): EngineError {
  return new EngineError(
    'invalid-input',
    phrase('The request “{what}” was refused: {why}.', { what, why: issuePhrase(issues) }),
    phrase('Change that value and try again.'),
  )
}

/** The first thing wrong in words: “at settings, restarts: Restarts must be at least 1”. */
export function issueText(issues: readonly Issue[]): string {
  return sayPhrase(issuePhrase(issues))
}

function issuePhrase(issues: readonly Issue[]): Phrase {
  const issue = deepest(issues[0])
  if (issue === undefined) return phrase('it has the wrong form')
  const field = fieldOf(issue)
  return field === '' ? wordsOf(issue) : phrase('at {field}: {words}', { field, words: wordsOf(issue) })
}

/** A union reports one issue per branch: the branch that got furthest says most. */
function deepest(issue: Issue | undefined): Issue | undefined {
  if (issue?.issues === undefined) return issue
  const depth = (one: Issue) => one.path?.length ?? 0
  const inner = issue.issues.map((one) => deepest(one) ?? one)
  return inner.reduce((best, one) => (depth(one) > depth(best) ? one : best), issue)
}

function fieldOf(issue: Issue): string {
  const keys = (issue.path ?? []).map((item) => (item as { key?: unknown }).key)
  return keys
    .map((key) => (typeof key === 'number' ? `entry ${key + 1}` : String(key)))
    .join(', ')
    .slice(0, 200)
}

/**
 * The schema's own sentence where it has one, which can be said again if it names no value; valibot's stock message says what was
 * expected otherwise.
 */
function wordsOf({ message, expected, received }: Issue): Phrase {
  if (!message.startsWith('Invalid')) return { english: message, values: {} }
  if (expected === null)
    return phrase('it must be another form, not {received}', { received: received.slice(0, 80) })
  return phrase('it must be {expected}, not {received}', {
    expected: expected.slice(0, 200),
    received: received.slice(0, 80),
  })
}

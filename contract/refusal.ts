import type * as v from 'valibot'
import { EngineError } from './errors.ts'

type Issue = v.GenericIssue

/** The first thing wrong with an input, as an error that names the field in words. */
export function refusal(what: string, issues: readonly Issue[]): EngineError {
  const message = `The request “${what}” was refused: ${issueText(issues)}.`
  return new EngineError('invalid-input', message, 'Change that value and try again.')
}

/** The first thing wrong in words: “at settings, restarts: Restarts must be at least 1”. */
export function issueText(issues: readonly Issue[]): string {
  const issue = deepest(issues[0])
  if (issue === undefined) return 'it has the wrong form'
  const field = fieldOf(issue)
  return field === '' ? wordsOf(issue) : `at ${field}: ${wordsOf(issue)}`
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

/** The schema's own sentence where it has one; valibot's stock message says what was expected otherwise. */
function wordsOf(issue: Issue): string {
  if (!issue.message.startsWith('Invalid')) return issue.message
  const expected = issue.expected === null ? 'another form' : issue.expected.slice(0, 200)
  return `it must be ${expected}, not ${issue.received.slice(0, 80)}`
}

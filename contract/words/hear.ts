import { figure, phrase, sayPhrase, type Phrase, type Values } from './say.ts'

/** Known once the sentence is heard. */
const HEARD: Values = {}

/**
 * What the arithmetic says, which knows English alone: why columns are not used, how restarts ended, axes. What stands in a
 * sentence is heard in turn.
 */
const SENTENCES: readonly Phrase[] = [
  phrase('codes: written with leading zeros'),
  phrase('numbers the rows'),
  phrase('numbers the rows within groups'),
  phrase('a different whole number in every row, and named like an identifier'),
  phrase('a whole number that rises from row to row'),
  phrase('a whole number that falls from row to row'),
  phrase('every row has the same value'),
  phrase('every cell is missing'),
  phrase('yes or no, not a measurement'),
  phrase('dates'),
  phrase('text'),
  phrase('a different text in every row'),
  phrase('numbers in two ways of writing: neither has nine in ten cells'),
  phrase('numbers too large for a computer’s arithmetic'),
  phrase('infinite values'),
  phrase('hexadecimal numbers'),
  phrase(
    'text: only {numbers} of {present} cells are numbers; the first that is not is on line {line}',
    HEARD,
  ),
  phrase('beyond the last name of the first line'),
  phrase('beyond the last cell of the first line'),
  phrase('used as {name}', HEARD),
  phrase('in the start'),
  phrase('at iteration {iteration}', HEARD),
  phrase('Component {component} was left without rows {where}.', HEARD),
  phrase(
    'The covariance of component {component} became singular {where}: its rows lie on one point, line or plane.',
    HEARD,
  ),
  phrase(
    'Component {component} shrank onto a few almost equal rows {where}: in its narrowest direction it is less than 1/10,000 as wide as the data.',
    HEARD,
  ),
  phrase('Component {component} holds less than one row: it has emptied.', HEARD),
  phrase('Component {component} holds only about {held} of {rows} rows.', HEARD),
  phrase('Component {component} is very narrow in one direction: less than 1/30 as wide as the data.', HEARD),
  phrase(
    'Within the components the rows are flat in one direction: the regularisation alone gives them a width there.',
  ),
  phrase('Components {numbers} and {last} coincide: this is a saddle, not a maximum.', HEARD),
  phrase('It had not converged after 1 iteration.'),
  phrase('It had not converged after {iterations} iterations.', HEARD),
  phrase(
    'It stopped on a plateau: every iteration still gained almost as much as the one before, so more may be left than was estimated. Set a smaller tolerance to go on.',
  ),
  phrase('{why}, so it stays as it was.', HEARD),
  phrase('Going on it collapsed ({reason})', HEARD),
  phrase('Going on by {iterations} it gained nothing', HEARD),
  phrase('1 iteration'),
  phrase('{n} iterations', HEARD),
  phrase('The worker thread ended: {reason}', HEARD),
]

/** The names of axes that are no columns: a column may be called what a sentence says. */
const AXES: readonly Phrase[] = [
  phrase('Principal component {rank}', HEARD),
  phrase('Discriminant {rank}', HEARD),
  phrase('Widest remaining direction'),
]

const patterns = new Map([...SENTENCES, ...AXES].map(({ english }) => [english, patternOf(english)]))

/** An English sentence of the arithmetic in the language that is spoken; any other text as it is. */
export function hear(text: string): string {
  return wordsOf(heardPhrase(text))
}

/** The same to be said later, in any language; any other text as it is. */
export function heardPhrase(text: string): Phrase | string {
  return among(SENTENCES, text)
}

/** What a warning says, in the language that is spoken. */
export function heard({ message, said }: { message: string; said?: Phrase | undefined }): string {
  return said === undefined ? hear(message) : sayPhrase(said)
}

/** The name of an axis in the language that is spoken; that of a column as it is. */
export function hearAxis(name: string): string {
  return wordsOf(among(AXES, name))
}

function wordsOf(heard: Phrase | string): string {
  return typeof heard === 'string' ? heard : sayPhrase(heard)
}

function among(phrases: readonly Phrase[], text: string): Phrase | string {
  for (const { english } of phrases) {
    const found = patterns.get(english)?.exec(text)
    if (!found) continue
    const heard = Object.entries(found.groups ?? {}).map(([name, value]) => [
      name,
      name === 'held' ? figure(value) : heardPhrase(value),
    ])
    return { english, values: Object.fromEntries(heard) as Values }
  }
  return text
}

function patternOf(english: string): RegExp {
  const escaped = english.replace(/[.*+?^$()|[\]\\]/g, '\\$&')
  return new RegExp(`^${escaped.replace(/\{(\w+)\}/g, '(?<$1>.+?)')}$`)
}

import type { Evidence, Grouped, Thousands } from './types.ts'

/** What the person fixed of a column's format. */
export interface FormatChoice {
  decimal?: '.' | ',' | undefined
  thousands?: Thousands | undefined
}

/** How the cells of a column are to be read. */
export interface DecidedFormat {
  decimal: '.' | ','
  thousands: Thousands
  /** Its own cells leave open what the mark in them means, and a point is not what the file has for a decimal mark anyway. */
  ambiguous: boolean
}

/** A column of numbers as the first reading left it. */
export interface OpenColumn {
  evidence: Evidence
  /** Its cells that are numbers, with marks or without. */
  numbers: number
  choice: FormatChoice
}

/**
 * The format of every column of a table. First what the person chose; then what most of those cells say that can be
 * read in one way; then what the other columns do; then custom: a comma before three digits is a decimal mark where
 * semicolons delimit, and stands between thousands elsewhere; a point is a decimal mark.
 * `assumed` is the decimal mark of a column that has none.
 */
export function decideFormats(
  columns: readonly OpenColumn[],
  delimiter: string,
  assumed: '.' | ',',
): DecidedFormat[] {
  const own = columns.map(ownDecimal)
  const points = own.filter((decimal) => decimal === '.').length
  const commas = own.filter((decimal) => decimal === ',').length
  const others = points === commas ? null : points > commas ? '.' : ','
  return columns.map((column, index) => {
    const { evidence, choice } = column
    const decimal = own[index] ?? others ?? customary(evidence, delimiter, assumed)
    return {
      decimal,
      thousands: choice.thousands === decimal ? '' : (choice.thousands ?? usualThousands(evidence, decimal)),
      ambiguous: own[index] === null && isOpen(column, others, delimiter),
    }
  })
}

/** Cells that are numbers, and none in this format. */
export function contradictions(
  evidence: Evidence,
  format: { decimal: '.' | ','; thousands: Thousands },
): number {
  const { decimal, thousands } = format
  const all = [evidence[decimal], evidence.neutral]
    .map((grouped) => total(grouped) - grouped[''] - (thousands === '' ? 0 : grouped[thousands]))
    .reduce((sum, count) => sum + count, total(evidence[otherMark(decimal)]))
  return all + (thousands === otherMark(decimal) ? 0 : eitherGrouped(evidence, decimal))
}

/** Whether reading with `decimal` gave some cells another value than the format has it. */
export function readsOtherwise(
  evidence: Evidence,
  format: { decimal: '.' | ','; thousands: Thousands },
  decimal: '.' | ',',
): boolean {
  return contradictions(evidence, format) > 0 || (format.decimal !== decimal && either(evidence) > 0)
}

/** Whether any cell has a mark between its digits. */
export function hasMarks(evidence: Evidence): boolean {
  return marked(evidence) > 0
}

function ownDecimal({ evidence, choice }: OpenColumn): '.' | ',' | null {
  if (choice.decimal !== undefined) return choice.decimal
  if (choice.thousands === ',' || choice.thousands === '.') return otherMark(choice.thousands)
  const points = total(evidence['.'])
  const commas = total(evidence[','])
  if (points !== commas) return points > commas ? '.' : ','
  if (choice.thousands === undefined || points > 0) return null
  // Nothing stands between thousands but the mark that was chosen, so any other is the decimal mark.
  if (evidence.eitherPoint === evidence.eitherComma) return null
  return evidence.eitherPoint > evidence.eitherComma ? '.' : ','
}

/**
 * Commas delimit where the decimal mark is a point, and where other columns have decimal points these are no exception:
 * there three digits behind every point are decimals. Beside whole numbers they can be thousands all the same.
 */
function isOpen({ evidence, numbers }: OpenColumn, others: '.' | ',' | null, delimiter: string): boolean {
  if (evidence.eitherComma > 0) return true
  if (evidence.eitherPoint === 0) return false
  const areSettled = others === '.' || (others === null && delimiter === ',')
  return !areSettled || numbers > marked(evidence)
}

function customary(evidence: Evidence, delimiter: string, assumed: '.' | ','): '.' | ',' {
  if (either(evidence) === 0) return assumed
  return evidence.eitherComma > 0 && delimiter === ';' ? ',' : '.'
}

function usualThousands(evidence: Evidence, decimal: '.' | ','): Thousands {
  let usual: Thousands = ''
  let most = 0
  for (const mark of [otherMark(decimal), ' ', "'"] as const) {
    const grouped = evidence[decimal][mark] + evidence.neutral[mark]
    const count = grouped + (mark === otherMark(decimal) ? eitherGrouped(evidence, decimal) : 0)
    if (count <= most) continue
    usual = mark
    most = count
  }
  return usual
}

/** Cells that could be read either way and are grouped thousands under a decimal mark. */
function eitherGrouped(evidence: Evidence, decimal: '.' | ','): number {
  return decimal === '.' ? evidence.eitherComma : evidence.eitherPoint
}

function marked(evidence: Evidence): number {
  return either(evidence) + total(evidence['.']) + total(evidence[',']) + total(evidence.neutral)
}

function either({ eitherPoint, eitherComma }: Evidence): number {
  return eitherPoint + eitherComma
}

function otherMark(mark: '.' | ','): '.' | ',' {
  return mark === '.' ? ',' : '.'
}

function total(grouped: Grouped): number {
  return Object.values(grouped).reduce((sum, count) => sum + count, 0)
}

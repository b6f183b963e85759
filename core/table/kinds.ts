const BOOLEANS = new Set(['true', 'false', 'yes', 'no', 't', 'f', 'y', 'n'])
const YEAR_FIRST = /^\d{4}([-/.])(\d{1,2})\1(\d{1,2})(.*)$/
const YEAR_LAST = /^(\d{1,2})([-/.])(\d{1,2})\2(?:\d{4}|\d{2})(.*)$/
const TIME =
  /^(?:[T ] ?(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d(?:[.,]\d+)?)?(?: ?[AP]M)?(?: ?(?:Z|UTC|[+-]\d{2}:?\d{2}))?)?$/i

/** Whether a cell is a written truth value: true, false, yes, no or their first letters. */
export function isBoolean(cell: string): boolean {
  const text = cell.trim()
  return text.length <= 5 && BOOLEANS.has(text.toLowerCase())
}

/** Whether a cell is a date in numbers, with or without a time: the year first, or last behind day and month in any order. */
export function isDate(cell: string): boolean {
  const text = cell.trim()
  const code = text.charCodeAt(0)
  if (code < 48 || code > 57) return false
  const first = YEAR_FIRST.exec(text)
  if (first) return isDayOf(first[3], first[2]) && TIME.test(first[4])
  const last = YEAR_LAST.exec(text)
  if (!last) return false
  return (isDayOf(last[1], last[3]) || isDayOf(last[3], last[1])) && TIME.test(last[4])
}

function isDayOf(day: string, month: string): boolean {
  return Number(day) >= 1 && Number(day) <= 31 && Number(month) >= 1 && Number(month) <= 12
}

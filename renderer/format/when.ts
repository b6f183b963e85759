const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** How long ago a moment (ISO 8601) was, or its date where that is more than a week. */
export function formatWhen(moment: string, now = new Date()): string {
  const then = new Date(moment)
  const ago = now.getTime() - then.getTime()
  if (Number.isNaN(ago)) return 'at an unknown time'
  if (ago < MINUTE) return 'just now'
  if (ago < HOUR) return `${Math.floor(ago / MINUTE)} min ago`
  if (ago < DAY) return `${Math.floor(ago / HOUR)} h ago`
  if (ago < 7 * DAY) return ago < 2 * DAY ? 'yesterday' : `${Math.floor(ago / DAY)} days ago`
  return then.toLocaleDateString(undefined, { day: 'numeric', month: 'short', year: 'numeric' })
}

import { say, spokenLanguage } from '../../contract/words/say.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** How long ago a moment (ISO 8601) was, or its date where that is more than a week. */
export function formatWhen(moment: string, now = new Date()): string {
  const then = new Date(moment)
  const ago = now.getTime() - then.getTime()
  if (Number.isNaN(ago)) return say('at an unknown time')
  if (ago < MINUTE) return say('just now')
  if (ago < HOUR) return say('{minutes} min ago', { minutes: Math.floor(ago / MINUTE) })
  if (ago < DAY) return say('{hours} h ago', { hours: Math.floor(ago / HOUR) })
  if (ago < 7 * DAY)
    return ago < 2 * DAY ? say('yesterday') : say('{days} days ago', { days: Math.floor(ago / DAY) })
  return then.toLocaleDateString(spokenLanguage() === 'en' ? undefined : spokenLanguage(), {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  })
}

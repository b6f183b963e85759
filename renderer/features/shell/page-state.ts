import type { PageState } from '../../../contract/host.ts'
import { spoken } from '../../../contract/languages/languages.ts'
import type { ThemeChoice } from '../../../contract/preferences.ts'
import { commandsOf } from '../../../contract/menu.ts'
import { say } from '../../../contract/words/say.ts'
import type { RunningFit } from '../../stores/fit-call.ts'
import { progressFraction } from '../../format/progress.ts'
import { whyNot, type MenuFacts } from './menu-rows.ts'

/** A fit of so many milliseconds is one that the person may have turned away from. */
const LONG = 10_000

export interface PageFacts {
  /** Name of the data that is open; null where none is. */
  file: string | null
  opening: boolean
  running: RunningFit | null
  asks: boolean
  theme: ThemeChoice
  menu: MenuFacts
}

/** How the page stands, for the system around it. */
export function planState({ file, opening, running, asks, theme, menu }: PageFacts): PageState {
  const fraction = running === null ? null : progressFraction(running)
  return {
    open: file !== null || opening,
    fit:
      running === null
        ? null
        : { fraction: fraction === null ? null : Math.min(1, Math.round(fraction * 100) / 100) },
    closing:
      running === null || !asks
        ? null
        : say(
            'Closing the window ends the fit of “{file}”. The restarts that have ended are kept and can be picked up.',
            { file: (file ?? '').slice(0, 200) },
          ),
    disabled: commandsOf('electron')
      .filter((entry) => whyNot(entry, menu) !== null)
      .map(({ command }) => command),
    language: spoken(),
    theme: theme === 'contrast' ? 'system' : theme,
  }
}

/** What is told of a fit that has ended; null where the person will have waited for it. */
export function planEnd(
  file: string,
  milliseconds: number,
  { restarts, solutions, stopped }: { restarts: number; solutions: number; stopped: boolean },
): { title: string; text: string } | null {
  if (milliseconds <= LONG) return null
  const named = { file: file.slice(0, 100) }
  return {
    title: stopped
      ? say('The fit of “{file}” has stopped', named)
      : say('The fit of “{file}” has ended', named),
    text: say(
      '{restarts, plural, one {# restart} other {# restarts}}, {solutions, plural, one {# solution} other {# solutions}}.',
      { restarts, solutions },
    ),
  }
}

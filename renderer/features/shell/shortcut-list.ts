import type { Host } from '../../../contract/host.ts'
import { keysIn, menuOf } from '../../../contract/menu.ts'
import { say } from '../../../contract/words/say.ts'
import { keysText } from '../../format/keys.ts'

export interface ShortcutSection {
  title: string
  shortcuts: { keys: string; does: string }[]
}

/** Keys that no menu has: they belong to what has the focus. */
const IN_PLACE: readonly { keys: string; does: string }[] = [
  { keys: '↑ ↓', does: say('Previous and next restart') },
  {
    keys: `↑ ↓ ${say('Space')}`,
    does: say('In the rows of the file: walk, and select; Shift takes a range, Ctrl A all'),
  },
  {
    keys: say('Enter'),
    does: say('On a cluster of the legend: select its rows. With Shift: add them, with Alt: remove them'),
  },
  {
    keys: `${say('Shift')}, Alt`,
    does: say('While a box or lasso is drawn: add, remove; both: keep what is in both'),
  },
  {
    keys: '+ − 0',
    does: say('On a plot: nearer, further, show all; Shift with the arrows moves what is seen'),
  },
  {
    keys: 'B',
    does: say(
      'On a plot of rows: a box. Arrows move it, with Shift they size it; Enter selects the rows in it, with Shift adds them, with Alt removes them',
    ),
  },
  { keys: say('Space'), does: say('While the player is open: play or pause. Esc closes it') },
  { keys: '← →', does: say('While the player is open: one step back or on') },
]

/** Every shortcut of a host, menu by menu. */
export function listShortcuts(host: Host['kind'], mac: boolean): ShortcutSection[] {
  const sections = menuOf(host).map(({ label, lines }) => ({
    title: label,
    shortcuts: lines.flatMap((line) => {
      const keys = line.kind === 'command' ? keysIn(host, line) : null
      return line.kind === 'command' && keys !== null ? [{ keys: keysText(keys, mac), does: line.does }] : []
    }),
  }))
  const menuKeys =
    host === 'local' ? [{ keys: 'F10', does: say('To the menus; Alt alone does the same') }] : []
  const copying = [{ keys: keysText('Mod+C', mac), does: say('In a table: copy it as text') }]
  const inPlace = IN_PLACE.map(({ keys, does }) => ({
    keys,
    does: mac ? does.replace(`${say('Ctrl')} `, '⌘') : does,
  }))
  return [
    ...sections,
    { title: say('Where the focus is'), shortcuts: [...menuKeys, ...copying, ...inPlace] },
  ].filter(({ shortcuts }) => shortcuts.length > 0)
}

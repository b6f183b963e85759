import type { Command, Host } from './host.ts'
import { say } from './words/say.ts'

/** What has to be there before a command can do anything: an open file, a fit that has ended, a fit that runs. */
export type MenuNeed = 'data' | 'fit' | 'running'

/** What a desktop system does by itself, in its own words and with its own keys. */
export type MenuRole =
  | 'cut'
  | 'copy'
  | 'paste'
  | 'selectAll'
  | 'resetZoom'
  | 'zoomIn'
  | 'zoomOut'
  | 'togglefullscreen'
  | 'close'
  | 'quit'
  | 'about'

/**
 * Who acts on the keys of a command. `host`: a menu of the system may take them. `page`: the page alone, which knows
 * whether text is being typed or a dialog is open. `text`: fields of text have a meaning of their own for them. `place`: only what has the
 * focus, where they mean this; elsewhere they mean something else, or nothing.
 */
export type KeysHeard = 'host' | 'page' | 'text' | 'place'

/** A command of the menu. */
export interface MenuCommand {
  readonly kind: 'command'
  readonly command: Command
  readonly label: string
  /** Parts joined by `+`: `Mod` (Ctrl, or ⌘), `Shift`, `Alt`, then one key: `S`, `1`, `Enter`, `Esc`, `F1`, `?`. Null: none. */
  readonly keys: string | null
  /** The keys that a browser leaves to the page, where they are others. Null: none there. */
  readonly browserKeys: string | null
  readonly heard: KeysHeard
  readonly needs: MenuNeed | null
  readonly hosts: readonly Host['kind'][]
  /** What the list of shortcuts says, where the label does not say enough. */
  readonly does: string
}

/** A line of a menu. */
export type MenuLine =
  MenuCommand | { readonly kind: 'role'; readonly role: MenuRole } | { readonly kind: 'separator' }

/** One menu of the bar; `letter` is the one in its label that opens it together with Alt. */
export interface MenuGroup {
  readonly label: string
  readonly letter: string
  /** Systems have a place of its own for the one with the help. */
  readonly help: boolean
  readonly lines: readonly MenuLine[]
}

type Details = Partial<Omit<MenuCommand, 'kind' | 'command' | 'label'>>

function command(name: Command, label: string, details: Details = {}): MenuCommand {
  const keys = details.keys ?? null
  return {
    kind: 'command',
    command: name,
    label,
    browserKeys: keys,
    heard: 'host',
    needs: null,
    hosts: ['electron', 'local'],
    does: label.replace('…', ''),
    ...details,
    keys,
  }
}

/** The letter is marked as systems do it, so that each language marks its own: `&File`. */
function marked(label: string): Pick<MenuGroup, 'label' | 'letter'> {
  const at = label.indexOf('&')
  return { label: label.replace('&', ''), letter: label.charAt(at + 1) }
}

const role = (name: MenuRole): MenuLine => ({ kind: 'role', role: name })
const separator: MenuLine = { kind: 'separator' }

const view = (at: 1 | 2 | 3 | 4 | 5, label: string) =>
  command(`view-${at}`, label, { keys: `Mod+${at}`, browserKeys: `Alt+${at}`, needs: 'data' })

/**
 * Every menu of Basin, for each host and system: the one source of menus, shortcuts and their list. Said whenever it is asked for, since
 * a program may come to speak another language.
 */
const menus = (): MenuGroup[] => [
  {
    ...marked(say('&File')),
    help: false,
    lines: [
      command('new-window', say('New window'), { keys: 'Mod+Shift+N', browserKeys: null }),
      separator,
      command('open', say('Open CSV…'), { keys: 'Mod+O', does: say('Open a CSV, or a session') }),
      command('open-recent', say('Open recent…')),
      command('samples', say('Open sample…')),
      separator,
      command('import', say('Import options…'), {
        keys: 'Mod+I',
        needs: 'data',
        does: say('Import options: how the file is read'),
      }),
      separator,
      command('save-session', say('Save session'), { keys: 'Mod+S', needs: 'data' }),
      command('save-session-as', say('Save session as…'), {
        keys: 'Mod+Shift+S',
        needs: 'data',
        does: say('Save the session under another name'),
      }),
      separator,
      command('export', say('Export labelled CSV…'), { keys: 'Mod+E', needs: 'fit' }),
      command('save-picture', say('Save picture…'), { needs: 'fit' }),
      command('save-report', say('Save report…'), {
        needs: 'fit',
        does: say('Save the report for readers without Basin: a page, or a PDF'),
      }),
      command('save-script', say('Save script…'), { needs: 'fit' }),
      command('export-model', say('Export model…'), { needs: 'fit' }),
      command('export-results', say('Export results as JSON…'), {
        needs: 'fit',
        does: say('Export results as JSON: every setting, solution and restart, for other programs'),
      }),
      separator,
      role('close'),
      role('quit'),
    ],
  },
  {
    ...marked(say('&Edit')),
    help: false,
    lines: [
      command('undo', say('Undo'), {
        keys: 'Mod+Z',
        heard: 'text',
        needs: 'data',
        does: say('Undo the last choice: columns, roles, settings, names, selected rows, removed restarts'),
      }),
      command('redo', say('Redo'), { keys: 'Mod+Shift+Z', heard: 'text', needs: 'data' }),
      separator,
      role('cut'),
      role('copy'),
      role('paste'),
      role('selectAll'),
      separator,
      command('remove-restart', say('Remove restart'), {
        keys: 'Delete',
        heard: 'place',
        needs: 'fit',
        does: say('Remove the restart, in the table or the curves; in the list of solutions all of one'),
      }),
      command('remove-solution', say('Remove this solution’s restarts'), { needs: 'fit' }),
      command('bring-back', say('Bring back removed restarts'), { needs: 'fit' }),
      separator,
      command('copy-picture', say('Copy picture'), { needs: 'fit' }),
      command('copy-script', say('Copy script'), {
        needs: 'fit',
        does: say('Copy the script that gives the same fit'),
      }),
      command('copy-table', say('Copy table'), {
        needs: 'data',
        does: say('Copy the table that has the focus, or the first on the screen, as text'),
      }),
      separator,
      command('preferences', say('Preferences…'), { keys: 'Mod+,' }),
    ],
  },
  {
    ...marked(say('&View')),
    help: false,
    lines: [
      view(1, say('Data')),
      view(2, say('Restarts')),
      view(3, say('Clusters')),
      view(4, say('Models')),
      view(5, say('Compare')),
      separator,
      role('resetZoom'),
      role('zoomIn'),
      role('zoomOut'),
      separator,
      role('togglefullscreen'),
    ],
  },
  {
    ...marked(say('Fi&t')),
    help: false,
    lines: [
      command('run', say('Run'), { keys: 'Mod+Enter', needs: 'data' }),
      command('stop', say('Stop'), {
        keys: 'Esc',
        heard: 'page',
        needs: 'running',
        does: say('Stop a running fit, and keep what was found; else select no rows'),
      }),
    ],
  },
  {
    ...marked(say('&Help')),
    help: true,
    lines: [
      command('guide', say('User guide')),
      command('tour', say('Tour'), { does: say('Tour: three steps through a sample, on real data') }),
      command('glossary', say('Glossary'), {
        keys: 'F1',
        heard: 'page',
        does: say('Glossary: the terms on the screen first, then all others'),
      }),
      command('shortcuts', say('Keyboard shortcuts'), { keys: '?', heard: 'page', does: say('This list') }),
      separator,
      command('limits', say('Limits of Basin')),
      command('licences', say('Licences'), {
        does: say('Licences: what Basin contains, and under what terms'),
      }),
      command('cite', say('Cite Basin')),
      separator,
      role('about'),
    ],
  },
]

/** The menu as one host has it: a browser does by itself what roles stand for. No separator stands alone or twice. */
export function menuOf(host: Host['kind']): MenuGroup[] {
  const has = (line: MenuLine) => {
    if (line.kind === 'command') return line.hosts.includes(host)
    return line.kind !== 'role' || host === 'electron'
  }
  return menus().map((group) => ({ ...group, lines: tidy(group.lines.filter(has)) }))
}

/** Every command of the menu of one host, in its order. */
export function commandsOf(host: Host['kind']): MenuCommand[] {
  return menuOf(host).flatMap(({ lines }) => lines.filter((line) => line.kind === 'command'))
}

/** The keys of a command in a host; null where it has none. */
export function keysIn(host: Host['kind'], entry: MenuCommand): string | null {
  return host === 'local' ? entry.browserKeys : entry.keys
}

/** Without separators that would stand at an end, or beside another. */
export function tidy(lines: readonly MenuLine[]): MenuLine[] {
  const isSeparator = (line: MenuLine | undefined) => line === undefined || line.kind === 'separator'
  const once = lines.filter((line, at) => !isSeparator(line) || !isSeparator(lines[at - 1]))
  return isSeparator(once.at(-1)) ? once.slice(0, -1) : once
}

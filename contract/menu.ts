import type { Command, Host } from './host.ts'

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
 * whether text is being typed or a dialog is open. `text`: fields of text have a meaning of their own for them.
 */
export type KeysHeard = 'host' | 'page' | 'text'

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

const role = (name: MenuRole): MenuLine => ({ kind: 'role', role: name })
const separator: MenuLine = { kind: 'separator' }

const view = (at: 1 | 2 | 3 | 4 | 5, label: string) =>
  command(`view-${at}`, label, { keys: `Mod+${at}`, browserKeys: `Alt+${at}`, needs: 'data' })

/** Every menu of Basin, for each host and system: the one source of menus, shortcuts and their list. */
export const MENU: readonly MenuGroup[] = [
  {
    label: 'File',
    letter: 'F',
    lines: [
      command('new-window', 'New window', { keys: 'Mod+Shift+N', browserKeys: null }),
      separator,
      command('open', 'Open CSV…', { keys: 'Mod+O', does: 'Open a CSV, or a session' }),
      command('open-recent', 'Open recent…'),
      command('samples', 'Open sample…'),
      separator,
      command('import', 'Import options…', {
        keys: 'Mod+I',
        needs: 'data',
        does: 'Import options: how the file is read',
      }),
      separator,
      command('save-session', 'Save session', { keys: 'Mod+S', needs: 'data' }),
      command('save-session-as', 'Save session as…', {
        keys: 'Mod+Shift+S',
        needs: 'data',
        does: 'Save the session under another name',
      }),
      separator,
      command('export', 'Export labelled CSV…', { keys: 'Mod+E', needs: 'fit' }),
      command('save-picture', 'Save picture…', { needs: 'fit' }),
      command('save-report', 'Save report…', {
        needs: 'fit',
        does: 'Save the report for readers without Basin: a page, or a PDF',
      }),
      command('save-script', 'Save script…', { needs: 'fit' }),
      command('export-model', 'Export model…', { needs: 'fit' }),
      command('export-results', 'Export results as JSON…', {
        needs: 'fit',
        does: 'Export results as JSON: every setting, solution and restart, for other programs',
      }),
      separator,
      role('close'),
      role('quit'),
    ],
  },
  {
    label: 'Edit',
    letter: 'E',
    lines: [
      command('undo', 'Undo', {
        keys: 'Mod+Z',
        heard: 'text',
        needs: 'data',
        does: 'Undo the last choice: columns, roles, settings, names, selected rows',
      }),
      command('redo', 'Redo', { keys: 'Mod+Shift+Z', heard: 'text', needs: 'data' }),
      separator,
      role('cut'),
      role('copy'),
      role('paste'),
      role('selectAll'),
      separator,
      command('copy-picture', 'Copy picture', { needs: 'fit' }),
      command('copy-script', 'Copy script', {
        needs: 'fit',
        does: 'Copy the script that gives the same fit',
      }),
      command('copy-table', 'Copy table', {
        needs: 'data',
        does: 'Copy the table that has the focus, or the first on the screen, as text',
      }),
      separator,
      command('preferences', 'Preferences…', { keys: 'Mod+,' }),
    ],
  },
  {
    label: 'View',
    letter: 'V',
    lines: [
      view(1, 'Data'),
      view(2, 'Restarts'),
      view(3, 'Clusters'),
      view(4, 'Models'),
      view(5, 'Compare'),
      separator,
      role('resetZoom'),
      role('zoomIn'),
      role('zoomOut'),
      separator,
      role('togglefullscreen'),
    ],
  },
  {
    label: 'Fit',
    letter: 't',
    lines: [
      command('run', 'Run', { keys: 'Mod+Enter', needs: 'data' }),
      command('stop', 'Stop', {
        keys: 'Esc',
        heard: 'page',
        needs: 'running',
        does: 'Stop a running fit, and keep what was found; else select no rows',
      }),
    ],
  },
  {
    label: 'Help',
    letter: 'H',
    lines: [
      command('guide', 'User guide'),
      command('tour', 'Tour', { does: 'Tour: three steps through a sample, on real data' }),
      command('glossary', 'Glossary', {
        keys: 'F1',
        heard: 'page',
        does: 'Glossary: the terms on the screen first, then all others',
      }),
      command('shortcuts', 'Keyboard shortcuts', { keys: '?', heard: 'page', does: 'This list' }),
      separator,
      command('limits', 'Limits of Basin'),
      command('licences', 'Licences', { does: 'Licences: what Basin contains, and under what terms' }),
      command('cite', 'Cite Basin'),
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
  return MENU.map((group) => ({ ...group, lines: tidy(group.lines.filter(has)) }))
}

/** Every command of the menu of one host, in its order. */
export function commandsOf(host: Host['kind']): MenuCommand[] {
  return menuOf(host).flatMap(({ lines }) => lines.filter((line) => line.kind === 'command'))
}

/** The keys of a command in a host; null where it has none. */
export function keysIn(host: Host['kind'], entry: MenuCommand): string | null {
  return host === 'local' ? entry.browserKeys : entry.keys
}

function tidy(lines: readonly MenuLine[]): MenuLine[] {
  const isSeparator = (line: MenuLine | undefined) => line === undefined || line.kind === 'separator'
  const once = lines.filter((line, at) => !isSeparator(line) || !isSeparator(lines[at - 1]))
  return isSeparator(once.at(-1)) ? once.slice(0, -1) : once
}

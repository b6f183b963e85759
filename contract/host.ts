import type { Language } from './languages/languages.ts'

/** A file the privileged side has let the engine read. The id stands for a path the page never sees. */
export interface FileGrant {
  grant: string
  name: string
}

/** A file the privileged side has let the engine write. */
export interface TargetGrant {
  target: string
  name: string
}

/** What can be saved, by the ending of its file. */
export const TARGET_KINDS = ['csv', 'json', 'png', 'svg', 'py', 'r', 'basin', 'html', 'pdf'] as const
export type TargetKind = (typeof TARGET_KINDS)[number]

/** What a menu or shortcut of the host asks of the interface. */
export type Command =
  | 'open'
  | 'new-window'
  | 'open-recent'
  | 'import'
  | 'samples'
  | 'run'
  | 'stop'
  | 'export'
  | 'save-picture'
  | 'save-report'
  | 'save-script'
  | 'copy-script'
  | 'export-model'
  | 'export-results'
  | 'save-session'
  | 'save-session-as'
  | 'undo'
  | 'redo'
  | 'remove-restart'
  | 'remove-solution'
  | 'bring-back'
  | 'copy-picture'
  | 'copy-table'
  | 'preferences'
  | 'guide'
  | 'tour'
  | 'limits'
  | 'licences'
  | 'cite'
  | 'glossary'
  | 'shortcuts'
  | 'view-1'
  | 'view-2'
  | 'view-3'
  | 'view-4'
  | 'view-5'

/** How a page stands, for what the system shows of it outside its window. */
export interface PageState {
  /** Whether data is open: another file then gets a window of its own. */
  open: boolean
  /** The running fit; null where none runs. Its part that is done is between 0 and 1, null where that is not known. */
  fit: { fraction: number | null } | null
  /** What closing the window now would end, as a sentence to be asked with; null where it closes without a question. */
  closing: string | null
  /** Commands of the menu that would do nothing now. */
  disabled: Command[]
  /** What it speaks. */
  language: Language
  /** How light its window is to be, where the system draws parts of it. */
  theme: 'system' | 'light' | 'dark'
}

/** Told of a file by name before it is handed over; gives the signal that ends the handing over. */
export type BeginHandover = (name: string) => AbortSignal

/** What the interface asks of the host it runs in, besides the engine's port. */
export interface Host {
  readonly kind: 'electron' | 'local'
  /** The host's open dialog. Null when dismissed. A host that has to copy the file calls `begin` first. */
  chooseFile(begin?: BeginHandover): Promise<FileGrant | null>
  /** A file dropped on the page. */
  grantDropped(file: File, begin?: BeginHandover): Promise<FileGrant>
  /** The host's save dialog. Null when dismissed. */
  chooseTarget(suggestedName: string, kind: TargetKind): Promise<TargetGrant | null>
  /** A place for the file that says where the one in `target` came from, beside it. Null when the person refuses it. */
  targetBeside(target: TargetGrant): Promise<TargetGrant | null>
  /** To be called after the engine has written the target: a browser then downloads it. */
  deliver(target: TargetGrant): Promise<void>
  /**
   * Lays an HTML document out on paper, which runs nothing and fetches nothing. The bytes of a PDF; null where the host has shown its
   * own print dialog instead.
   */
  printPage(html: string): Promise<Uint8Array | null>
  /** The file named on the command line, once. */
  initialFile(): Promise<FileGrant | null>
  /** Files opened later by the system (second start, double-click). Returns the release. */
  onOpenFile(listener: (file: FileGrant) => void): () => void
  onCommand(listener: (command: Command) => void): () => void
  /** Tells the host how the page stands. */
  show(state: PageState): void
  /** Tells the person through the system, unless they are looking at the page, and where the system lets us. */
  notify(title: string, text: string): void
  /** Another window, with nothing open. */
  newWindow(): void
  /**
   * Whether newer versions may be looked for; until it is told so, a host asks nobody. Answers whether it can renew itself
   * at all.
   */
  allowUpdates(allowed: boolean): Promise<boolean>
  /** A newer version lies on this computer, and is put in place when the program ends. Returns the release. */
  onUpdateReady(listener: (version: string) => void): () => void
  /** A new engine after the old one died; the caller connects to the new port. */
  restartEngine(): Promise<void>
}

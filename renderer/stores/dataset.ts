import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { EngineError } from '../../contract/errors.ts'
import type { BeginHandover, FileGrant } from '../../contract/host.ts'
import type { DialectChoice } from '../../contract/schemas.ts'
import type { ColumnProfile, WorkProgress } from '../../contract/views.ts'
import { say } from '../../contract/words/say.ts'
import { useEngineStore } from './engine.ts'
import { useNoticesStore, type NoticeAction } from './notices.ts'
import { mayBeReadOtherwise, type Refused } from './refused.ts'
import { needsLook, readSource, type Reading, type Source } from './reading.ts'
import { isNumeric, roleOf, sparseRoles, type Roles } from './roles.ts'

export interface Opening {
  name: string
  progress: WorkProgress | null
}

const isSession = (name: string) => /\.basin$/i.test(name)

/** Asked before the data that is open gives way to the file of this name. */
type Guard = (name: string) => Promise<boolean>

/** The data that is open, and the opening of the next. What is open stays open until the next has arrived whole. */
export const useDatasetStore = defineStore('dataset', () => {
  const engines = useEngineStore()
  const notices = useNoticesStore()
  const current = shallowRef<Reading | null>(null)
  /** Read, and waiting for the person to look at how; may be the data that is open. */
  const pending = shallowRef<Reading | null>(null)
  /** Could not be read, and is looked at for another way of reading it. */
  const refused = shallowRef<Refused | null>(null)
  const opening = shallowRef<Opening | null>(null)
  let last: Reading | null = null
  /** The session that the data came from, if they did. */
  let lastSession: Source | null = null
  let controller: AbortController | null = null
  let guard: Guard = () => Promise.resolve(true)

  const summary = computed(() => current.value?.summary ?? null)
  const source = computed(() => current.value?.source ?? null)
  const roles = computed<Roles>(() => current.value?.roles ?? {})
  /** Without those that are out of sight. */
  const columns = computed<ColumnProfile[]>(() =>
    (summary.value?.columns ?? []).filter((column) => roleOf(column, roles.value) !== 'ignore'),
  )
  /** How many of the file are out of sight. */
  const ignored = computed(() => {
    const held = summary.value?.columns.filter(({ derived }) => derived?.removed !== true).length ?? 0
    return held - columns.value.length
  })
  const numericColumns = computed(() => columns.value.filter(isNumeric))

  /** Resolves with whether the file is open, or shown for a look at how it was read. */
  async function open(from: Source, dialect?: DialectChoice, known: Roles | null = null): Promise<boolean> {
    const isTrial = refused.value?.source === from
    if (!isTrial) refused.value = null
    const mine = begin(from.name)
    try {
      if (engines.state === 'connecting') await engines.settled()
      const read = await readSource(engines.engine(), from, dialect, {
        signal: mine.signal,
        onProgress: (progress) => {
          if (controller === mine) opening.value = { name: from.name, progress }
        },
      })
      if (controller !== mine) {
        release(read)
        return false
      }
      const reading = known === null ? read : { ...read, roles: known }
      refused.value = null
      if (!isTrial && (dialect !== undefined || !needsLook(reading)))
        return await accept(reading, () => controller === mine, from)
      propose(reading)
      return true
    } catch (thrown) {
      if (controller === mine)
        refuse({ source: from, choices: dialect ?? {}, error: EngineError.from(thrown) })
      return false
    } finally {
      finish(mine)
    }
  }

  function refuse(now: Refused): void {
    const { id, name } = now.source
    if ('session' in id) return notices.report(now.error, dataOf(now.error, id.session, name))
    const look = () => {
      refused.value = now
    }
    if (refused.value?.source !== now.source)
      notices.report(
        now.error,
        mayBeReadOtherwise(now.error) ? { label: say('Import options…'), act: look } : null,
      )
    else if (now.error.code !== 'cancelled') look()
  }

  /** Lets the person show the data of a session. */
  function dataOf({ code }: EngineError, session: string, name: string): NoticeAction | null {
    if (code !== 'session-data-missing' && code !== 'session-data-changed') return null
    const look = async () => {
      const file = await engines.host().chooseFile()
      if (file !== null) await open({ id: { session, data: file.grant }, name })
    }
    return { label: say('Choose the data…'), act: () => void look().catch(notices.report) }
  }

  /** Tries to read the refused file another way; it is shown for a look before it is opened. */
  function tryAgain(choices: DialectChoice): Promise<boolean> {
    return refused.value === null ? Promise.resolve(false) : open(refused.value.source, choices)
  }

  /** Leaves the refused file as it is. */
  function dropRefused(): void {
    controller?.abort()
    refused.value = null
  }

  /** A file that the host may first have to copy: that is part of its opening, and an earlier one never overtakes it. */
  async function openFrom(take: (begin: BeginHandover) => Promise<FileGrant | null>): Promise<boolean> {
    let mine: AbortController | null = null
    const isStale = () => mine !== null && (controller !== mine || mine.signal.aborted)
    try {
      const file = await take((name) => {
        mine = begin(name)
        return mine.signal
      })
      return file !== null && !isStale() && (await openFile(file))
    } catch (thrown) {
      if (!isStale()) notices.report(thrown)
      return false
    } finally {
      finish(mine)
    }
  }

  function begin(name: string): AbortController {
    controller?.abort()
    controller = new AbortController()
    opening.value = { name, progress: null }
    notices.clear()
    return controller
  }

  function finish(mine: AbortController | null): void {
    if (mine === null || controller !== mine) return
    controller = null
    opening.value = null
  }

  const openFile = ({ grant, name }: FileGrant) =>
    open({ id: isSession(name) ? { session: grant } : { grant }, name })

  /** The file that was open, with all that was chosen about it, in an engine that does not know it. */
  function reopen(): Promise<boolean> {
    if (last === null) return Promise.resolve(false)
    return lastSession === null ? open(last.source, last.choices, last.roles) : open(lastSession)
  }

  /** Shows a file for a look at how it was read; the one shown before is let go. */
  function propose(reading: Reading | null): void {
    const before = pending.value
    pending.value = reading
    if (before !== null && before.summary !== reading?.summary) release(before)
  }

  /** The data to work with from now on. */
  async function accept(reading: Reading, stillWanted = () => true, from = reading.source): Promise<boolean> {
    const before = current.value
    const replaces = before !== null && before.summary !== reading.summary
    if ((replaces && !(await guard(reading.source.name))) || !stillWanted()) {
      if (pending.value?.summary !== reading.summary) release(reading)
      return false
    }
    current.value = last = reading
    lastSession = 'session' in from.id ? from : null
    propose(null)
    if (replaces) release(before)
    return true
  }

  /** The columns of the data that are open, after one was computed or taken away. */
  function replaceColumns(now: ColumnProfile[]): void {
    if (current.value === null) return
    current.value = last = { ...current.value, summary: { ...current.value.summary, columns: now } }
  }

  /** The roles of the columns of the data that are open, which are remembered about the file. */
  async function changeRoles(now: Roles): Promise<void> {
    if (current.value === null) return
    current.value = last = { ...current.value, roles: now }
    const { summary: held, choices } = current.value
    await engines
      .engine()
      .remember({ dataset: held.dataset, dialect: choices, roles: sparseRoles(now, held.columns) })
      .catch(notices.report)
  }

  /** The engine that held the data has died: nothing is open until it is opened again. */
  function forget(): void {
    current.value = null
    pending.value = null
    refused.value = null
  }

  function cancel(): void {
    controller?.abort()
  }

  function guardWith(ask: Guard): void {
    guard = ask
  }

  /** What is open is never let go by this. */
  function release({ summary: held }: Reading): void {
    if (held === current.value?.summary) return
    engines
      .engine()
      .close({ dataset: held.dataset })
      .catch((thrown: unknown) => notices.report(thrown))
  }

  return {
    current,
    pending,
    refused,
    summary,
    source,
    roles,
    columns,
    ignored,
    numericColumns,
    opening,
    open,
    openFile,
    openFrom,
    tryAgain,
    dropRefused,
    reopen,
    propose,
    accept,
    replaceColumns,
    changeRoles,
    forget,
    cancel,
    release,
    guardWith,
  }
})

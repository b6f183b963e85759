import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import { EngineError } from '../../contract/errors.ts'
import type { DialectChoice } from '../../contract/schemas.ts'
import type { NumberFormat, Role, Warning, WorkProgress } from '../../contract/views.ts'
import { useDatasetStore } from './dataset.ts'
import { useEngineStore } from './engine.ts'
import { mergeChoices, withColumnFormat } from './import-choices.ts'
import { useNoticesStore } from './notices.ts'
import { readSource } from './reading.ts'
import { rolesWithTicks, sparseRoles, withRole, type Roles } from './roles.ts'
import { useSettingsStore } from './settings.ts'

/** The look at how a file was read: what is chosen here reads it again, and what is open stays open until it is taken. */
export const useImportStore = defineStore('import', () => {
  const dataset = useDatasetStore()
  const engines = useEngineStore()
  const notices = useNoticesStore()
  const settings = useSettingsStore()
  /** What is being read with, until the file has been read that way, or the choice is refused. */
  const asked = shallowRef<DialectChoice | null>(null)
  const progress = shallowRef<WorkProgress | null>(null)
  const failure = shallowRef<EngineError | null>(null)
  /** The warning that the look begins with. */
  const followed = shallowRef<Warning | null>(null)
  let controller: AbortController | null = null

  const pending = computed(() => dataset.pending)
  const choices = computed<DialectChoice>(() => asked.value ?? pending.value?.choices ?? {})
  const roles = computed<Roles>(() => pending.value?.roles ?? {})
  const reading = computed(() => asked.value !== null)

  watch(
    () => [pending.value?.source, engines.state],
    () => {
      failure.value = null
      if (pending.value === null) followed.value = null
      if (engines.state === 'gone') cancel()
    },
  )

  /** Shows how the open file was read, and where a warning points to; nothing is read again for that. */
  function review(warning: Warning | null = null): void {
    const open = dataset.current
    if (open === null || dataset.pending !== null) return
    followed.value = warning
    const now = rolesWithTicks(dataset.roles, open.summary.columns, settings.form)
    dataset.propose({ ...open, roles: now })
  }

  function choose(change: DialectChoice): Promise<void> {
    return read(mergeChoices(choices.value, change))
  }

  function chooseFormat(index: number, format: Pick<NumberFormat, 'decimal' | 'thousands'>): Promise<void> {
    return read(withColumnFormat(choices.value, index, format))
  }

  /** Forgets what was chosen: everything is detected. */
  function detect(): Promise<void> {
    return read({})
  }

  async function read(dialect: DialectChoice): Promise<void> {
    const before = pending.value
    if (before === null) return
    controller?.abort()
    const mine = (controller = new AbortController())
    asked.value = dialect
    progress.value = null
    failure.value = null
    try {
      const next = await readSource(engines.engine(), before.source, dialect, {
        signal: mine.signal,
        onProgress: (now) => {
          if (controller === mine) progress.value = now
        },
      })
      if (controller !== mine || pending.value?.source !== before.source) return dataset.release(next)
      dataset.propose({ ...next, roles: carried(roles.value, before.summary.columns, next.summary.columns) })
    } catch (thrown) {
      if (controller !== mine) return
      const error = EngineError.from(thrown)
      failure.value = error.code === 'cancelled' ? null : error
    } finally {
      if (controller === mine) end()
    }
  }

  function end(): void {
    controller = null
    asked.value = null
    progress.value = null
  }

  /** Ends the reading under way; what was read before stays on the screen. */
  function stopReading(): void {
    controller?.abort()
  }

  function setRole(index: number, role: Role): void {
    const shown = pending.value
    if (shown === null) return
    dataset.propose({ ...shown, roles: withRole(roles.value, shown.summary.columns, index, role) })
  }

  /** Works with the file as it is shown, and remembers what was chosen about it. */
  async function take(): Promise<boolean> {
    const shown = pending.value
    if (shown === null || reading.value) return false
    const chosen = sparseRoles(roles.value, shown.summary.columns)
    if (!(await dataset.accept({ ...shown, roles: chosen }))) return false
    const about = { dataset: shown.summary.dataset, dialect: shown.choices, roles: chosen }
    await engines
      .engine()
      .remember(about)
      .catch((thrown: unknown) => notices.report(thrown))
    return true
  }

  /** Leaves what is open as it is. */
  function cancel(): void {
    controller?.abort()
    end()
    dataset.propose(null)
  }

  return {
    pending,
    choices,
    roles,
    reading,
    progress,
    failure,
    followed,
    review,
    choose,
    chooseFormat,
    detect,
    stopReading,
    setRole,
    take,
    cancel,
  }
})

/** Columns that a new reading has not changed keep what was said about them. */
function carried(
  roles: Roles,
  before: readonly { index: number; name: string }[],
  after: readonly { index: number; name: string }[],
): Roles {
  const same = after.filter(({ index, name }) => before[index]?.name === name && roles[index] !== undefined)
  return Object.fromEntries(same.map(({ index }) => [index, roles[index]]))
}

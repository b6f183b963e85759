import type { RestartView, Warning } from '../../../contract/views.ts'

const DIAGNOSED: ReadonlySet<string> = new Set([
  'spurious',
  'saddle',
  'emptied',
  'plateau',
  'iteration-limit',
  'not-continued',
])

type Warned = { warnings: readonly Warning[] }

/** What the diagnosis of a restart tells: its warnings, and its collapse as one. */
export function diagnosedWarnings({
  state,
  reason = '',
  warnings,
}: Pick<RestartView, 'state' | 'reason' | 'warnings'>): Warning[] {
  const collapse = state === 'collapsed' ? [{ code: 'collapsed' as const, message: reason }] : []
  return [...collapse, ...warnings.filter(({ code }) => DIAGNOSED.has(code))]
}

/** The warnings of its solution and its own that the diagnosis does not tell, each once. */
export function otherWarnings(restart: Warned | null, solution: Warned | null): Warning[] {
  const told = new Set(restart?.warnings.map(({ code }) => code).filter((code) => DIAGNOSED.has(code)))
  const shared = solution?.warnings.filter(({ code }) => !told.has(code)) ?? []
  const own = restart?.warnings.filter(
    ({ code }) => !DIAGNOSED.has(code) && !shared.some((other) => other.code === code),
  )
  return [...shared, ...(own ?? [])]
}

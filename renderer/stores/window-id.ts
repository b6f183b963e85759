const KEY = 'basin-window'
/** A page that is loaded again waits, in ms, for the one it takes the place of to let go. */
const PATIENCE = 1_000

/**
 * The id of this window: the same after it was loaded anew, and never that of another. A tab that is duplicated brings
 * the id of the first with it, so an id counts only while this page alone holds the lock of its name.
 */
export async function claimWindowId(
  locks: LockManager | null = (navigator as Partial<Navigator>).locks ?? null,
  patience = PATIENCE,
): Promise<string> {
  const known = sessionStorage.getItem(KEY)
  if (known !== null && (locks === null || (await hold(locks, known, patience)))) return known
  const fresh = crypto.randomUUID()
  // Nobody else can hold a lock of that name: however late a busy browser answers, it is waited for.
  if (locks !== null) await hold(locks, fresh)
  sessionStorage.setItem(KEY, fresh)
  return fresh
}

/** Resolves with whether it is held, and then it is for as long as the page lives. */
function hold(locks: LockManager, id: string, patience?: number): Promise<boolean> {
  return new Promise((resolve) => {
    const kept = () => {
      resolve(true)
      return new Promise<never>(() => undefined)
    }
    const options = patience === undefined ? {} : { signal: AbortSignal.timeout(patience) }
    locks.request(`${KEY}-${id}`, options, kept).catch(() => resolve(false))
  })
}

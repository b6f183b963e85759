import { EngineError } from '../../contract/errors.ts'
import { phrase } from '../../contract/words/say.ts'
import { unreadable } from './unreadable.ts'

type Stored = Record<string, unknown>

/** What makes a session of one version one of the next, by the version that it takes. Each leaves what it takes as it was. */
type Steps = Readonly<Record<number, (session: Stored) => Stored>>

const STEPS: Steps = {}

/** The version of sessions that this Basin writes. */
export const SESSION_VERSION = 1

/**
 * A session of any earlier version as one of this. Throws `session-newer` for a later one, `session-unreadable` for none.
 * @throws Error for a step that does not lead to the next version.
 */
export function migrate(value: unknown, file: string, steps: Steps = STEPS, to = SESSION_VERSION): Stored {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw unreadable(file, phrase('it is no object'))
  let session = value as Stored
  if (session['format'] !== 'basin.session')
    throw unreadable(file, phrase('it does not say that it is a session'))
  for (;;) {
    const { version } = session as { version?: unknown }
    if (version === to) return session
    if (typeof version === 'number' && version > to)
      throw new EngineError(
        'session-newer',
        phrase('“{file}” was saved by a newer Basin (its version is {version}; this Basin knows {to}).', {
          file,
          version,
          to,
        }),
        phrase('Open it with a newer Basin.'),
      )
    const step = typeof version === 'number' ? steps[version] : undefined
    if (typeof version !== 'number' || step === undefined)
      throw unreadable(file, phrase('its version is unknown'))
    session = step(session)
    if (session['version'] !== version + 1)
      throw new Error(`The step for sessions of version ${version} does not lead to the next.`)
  }
}

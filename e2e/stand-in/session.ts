export type SchemeHandler = (request: Request) => Response | Promise<Response>
type Scheme = { scheme: string; privileges?: { standard?: boolean; secure?: boolean } }
type PermissionRequest = (
  contents: unknown,
  permission: string,
  reply: (granted: boolean) => void,
  details: { requestingUrl: string },
) => void
type PermissionCheck = (contents: unknown, permission: string, origin: string) => boolean
type RequestGuard = (details: { url: string }, reply: (answer: { cancel?: boolean }) => void) => void

const handlers = new Map<string, SchemeHandler>()
const privileged = new Map<string, Scheme>()
let sealed = false

export const protocol = {
  registerSchemesAsPrivileged(schemes: Scheme[]) {
    if (sealed) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
    for (const scheme of schemes) privileged.set(scheme.scheme, scheme)
  },
  handle(scheme: string, handler: SchemeHandler) {
    if (handlers.has(scheme)) throw new Error(`The scheme has been registered: ${scheme}`)
    handlers.set(scheme, handler)
  },
}

/** The application is ready: schemes can no longer be made privileged. */
export function sealSchemes(): void {
  sealed = true
}

/** The handler of a scheme; an origin of its own takes the `standard` and `secure` privileges. */
export function schemeHandler(scheme: string): SchemeHandler {
  const handler = handlers.get(scheme)
  const { standard, secure } = privileged.get(scheme)?.privileges ?? {}
  if (!handler || !standard || !secure) throw new Error(`ERR_UNKNOWN_URL_SCHEME (-302) loading '${scheme}:'`)
  return handler
}

/** Keeps the application's handlers. As in Electron, what no handler refuses is granted. */
class Session {
  readonly protocol = protocol
  #ask: PermissionRequest | null = null
  #check: PermissionCheck | null = null
  #guard: RequestGuard | null = null

  readonly webRequest = {
    onBeforeRequest: (guard: RequestGuard | null) => {
      this.#guard = guard
    },
  }

  setPermissionRequestHandler(handler: PermissionRequest | null): void {
    this.#ask = handler
  }

  setPermissionCheckHandler(handler: PermissionCheck | null): void {
    this.#check = handler
  }

  /** No device is ever offered here. */
  setDevicePermissionHandler(): void {}

  async grants(contents: unknown, permission: string, origin: string): Promise<boolean> {
    if (this.#check && !this.#check(contents, permission, origin)) return false
    const ask = this.#ask
    return (
      ask === null ||
      (await new Promise<boolean>((reply) => ask(contents, permission, reply, { requestingUrl: origin })))
    )
  }

  async lets(url: string): Promise<boolean> {
    const guard = this.#guard
    if (guard === null) return true
    const answer = await new Promise<{ cancel?: boolean }>((reply) => guard({ url }, reply))
    return answer.cancel !== true
  }
}

const partitions = new Map<string, Session>()

export const session = {
  defaultSession: new Session(),
  fromPartition(name: string): Session {
    const known = partitions.get(name) ?? new Session()
    partitions.set(name, known)
    return known
  },
}

import { randomBytes, timingSafeEqual } from 'node:crypto'

/** Who may talk to this server: whoever came with the one-use token, and holds the cookie given for it under the address that came with it. */
export interface Session {
  readonly token: string
  /** The path that all of a session lies under, `/<secret>/`: it stands in no address that is printed. */
  readonly base: string
  /** The value of a Set-Cookie header, or null: a wrong token, or one that was used already. */
  redeem(token: string): string | null
  holds(cookieHeader: string | undefined): boolean
}

const same = (left: string, right: string) => {
  const a = Buffer.from(left)
  const b = Buffer.from(right)
  return a.length === b.length && timingSafeEqual(a, b)
}

/**
 * A browser sends a cookie to every port of a machine, and so to the pages of any other program there. This one is for a
 * path that only who came with the token is told. Its name carries the port: two servers on one machine do not clash.
 */
export function createSession(port: number): Session {
  const token = randomBytes(32).toString('base64url')
  const secret = randomBytes(32).toString('base64url')
  const base = `/${randomBytes(32).toString('base64url')}/`
  const name = `basin_${port}`
  let redeemed = false
  return {
    token,
    base,
    redeem(given) {
      if (redeemed || !same(given, token)) return null
      redeemed = true
      return `${name}=${secret}; HttpOnly; SameSite=Strict; Path=${base}`
    },
    holds(cookieHeader) {
      if (cookieHeader === undefined) return false
      return cookieHeader.split(';').some((pair) => same(pair.trim(), `${name}=${secret}`))
    },
  }
}

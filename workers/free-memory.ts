import { freemem, totalmem } from 'node:os'

/** What a process knows of memory, in bytes. */
export interface System {
  platform: string
  /** What is free, and what cached files give way to. */
  free: number
  total: number
  /** The most this process may take: 0 or more than there is where nothing limits it. */
  limit: number
  /** What it takes. */
  own: number
}

/** The share of its memory that macOS gives a program that asks: it keeps hardly any of it free. */
const GIVEN_BY_MACOS = 3 / 4

/** Bytes that this process may still take. `BASIN_MEMORY_MB` sets a limit of the person's own. */
export function freeMemory(system: System = systemNow()): number {
  const { platform, free, total, limit, own } = system
  const spare = platform === 'darwin' ? Math.max(free, GIVEN_BY_MACOS * total - own) : free
  const left = limit > 0 ? limit - own : Infinity
  return Math.max(0, Math.min(spare, left))
}

function systemNow(): System {
  const chosen = Number(process.env['BASIN_MEMORY_MB'] ?? 0) * 2 ** 20
  const constrained = process.constrainedMemory()
  return {
    platform: process.platform,
    free: freemem(),
    total: totalmem(),
    limit: chosen > 0 ? Math.min(chosen, constrained || Infinity) : constrained,
    own: process.memoryUsage.rss(),
  }
}

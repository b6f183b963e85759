import { cpus, loadavg, totalmem } from 'node:os'

/** What a figure was measured on, and how busy it was with whatever else ran there. */
export function machine(): string {
  const [{ model }] = cpus()
  const memory = Math.round(totalmem() / 2 ** 30)
  return `${cpus().length} × ${model.trim()}, ${memory} GB, ${process.platform} ${process.arch}, Node ${process.versions.node}, load ${loadavg()[1].toFixed(0)}`
}

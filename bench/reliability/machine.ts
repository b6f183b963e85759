import { cpus, totalmem } from 'node:os'

/** What a figure was measured on. */
export function machine(): string {
  const [{ model }] = cpus()
  const memory = Math.round(totalmem() / 2 ** 30)
  return `${cpus().length} × ${model.trim()}, ${memory} GB, ${process.platform} ${process.arch}, Node ${process.versions.node}`
}

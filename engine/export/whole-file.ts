import { basename } from 'node:path'
import type { ExportView } from '../../contract/views.ts'
import { writeTarget } from './target.ts'

/** Writes a file that fits in memory: a report, a model, a picture. */
export async function writeWhole(
  target: string,
  content: string | Uint8Array,
  rows: number,
): Promise<ExportView> {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content
  await writeTarget(target, (handle) => handle.writeFile(bytes))
  return { file: basename(target), rows, bytes: bytes.byteLength, added: [], warnings: [] }
}

import { dirname } from 'node:path'
import { workControl } from '../control.ts'
import type { ImportedFile, Tasks } from '../tasks.ts'
import { dropTextFolder } from '../text-copy.ts'
import { isGzip, unpack } from './gzip.ts'
import { importCsv } from './import.ts'
import { openSource } from './source.ts'

/** Reads a delimited text file, packed or not. Refusals are EngineErrors, and leave nothing behind. */
export async function openCsv(
  input: Tasks['import-file']['input'],
  pieceBytes?: number,
): Promise<ImportedFile> {
  const file = openSource(input.path)
  let source = file
  try {
    if (isGzip(file)) source = await unpack(file, workControl(input.control))
  } catch (thrown) {
    file.close()
    throw thrown
  }
  try {
    return importCsv(input, pieceBytes, source)
  } catch (thrown) {
    if (source.compression !== null) dropTextFolder(dirname(source.textPath))
    throw thrown
  }
}

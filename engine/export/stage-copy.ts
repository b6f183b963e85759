import { open, type FileHandle } from 'node:fs/promises'
import { asRefusal } from '../../workers/csv/file-reasons.ts'
import type { Dataset } from '../datasets.ts'
import { refuseChanged } from '../refuse-changed.ts'
import { createGzipSink, createSink, type Sink, type Written } from './sink.ts'
import { refuseSource, stageTarget, type Staged } from './target.ts'

/**
 * A file made by copying from the text of a dataset, packed where its name ends in .gz. Throws `target-unwritable` where it is
 * the file that is open, `file-changed` where that is no longer what was read, also while it was copied,
 * `file-unreadable` where it could not be read.
 */
export async function stageCopy(
  dataset: Dataset,
  target: string,
  copy: (source: FileHandle, out: Sink) => Promise<void>,
): Promise<Staged<Written>> {
  await refuseSource(target, dataset.path)
  await refuseChanged(dataset)
  const unread = (thrown: unknown) => {
    throw asRefusal(dataset.name, thrown)
  }
  const source = await open(dataset.file.textPath).catch(unread)
  try {
    return await stageTarget(target, async (handle) => {
      const plain = createSink(handle)
      const sink = target.toLowerCase().endsWith('.gz') ? createGzipSink(plain) : plain
      try {
        await copy(source, sink)
        const written = await sink.end()
        await refuseChanged(dataset)
        return written
      } catch (thrown) {
        sink.abandon()
        throw thrown
      }
    }).catch(unread)
  } finally {
    await source.close()
  }
}

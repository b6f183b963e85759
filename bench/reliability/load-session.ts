import { statSync } from 'node:fs'
import { openBench, settingsOf } from '../../engine/fixtures/bench.ts'
import type { RestartView } from '../../contract/views.ts'
import type { Table } from './part.ts'

const RESTARTS = 10_000

const gistOf = (restarts: readonly RestartView[]) =>
  JSON.stringify(
    restarts.map(({ id, state, iterations, logLikelihood }) => [id, state, iterations, logLikelihood]),
  )

/** Saves and opens a session of very many restarts. */
export async function loadSession(failures: string[]): Promise<Table> {
  const bench = await openBench()
  const rows: string[][] = []
  const timed = async <T>(what: string, act: () => Promise<T>, bytesOf: (value: T) => number): Promise<T> => {
    const began = performance.now()
    const value = await act()
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    rows.push([what, (bytesOf(value) / 2 ** 20).toFixed(1), seconds])
    return value
  }
  try {
    const { dataset } = await bench.openSample('iris')
    const changes = { columns: [0, 1, 2, 3], components: { from: 3, to: 3 }, restarts: RESTARTS }
    const settings = settingsOf({ ...changes, regularisation: { kind: 'relative', value: 1e-6 } })
    const { fit, restarts } = await bench.engine.fit({ dataset, settings })
    const { target, path } = bench.target('work.basin')
    const saving = () => bench.engine.saveSession({ dataset, fits: [fit], view: {}, target })
    await timed('saved', saving, ({ bytes }) => bytes)
    const { grant } = bench.grants.addFile(path)
    const opened = await timed(
      'opened',
      () => bench.engine.openSession({ grant }),
      () => statSync(path).size,
    )
    const [back] = opened.fits
    const same = gistOf(back.summary.restarts) === gistOf(restarts)
    if (!same) failures.push(`of ${RESTARTS} restarts of a session not all came back as they were`)
    return {
      head: [`A session of ${RESTARTS.toLocaleString('en')} restarts of iris`, 'MB', 'Seconds'],
      rows,
    }
  } finally {
    await bench.close()
  }
}

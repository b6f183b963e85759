import { readFile, symlink } from 'node:fs/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBench, settingsOf, type Bench } from '../fixtures/bench.ts'

let bench: Bench
beforeAll(async () => {
  bench = await openBench(1)
})
afterAll(() => bench.close())

const csv = 'a,b\n1,2\n2,4\n4,1\n3,3\n'

it.each(['report', 'model', 'picture'])(
  'a %s is not written over an open file, by a link to it',
  async (what) => {
    const { dataset } = await bench.openText(`${what}.csv`, csv)
    const source = bench.target(`${what}.csv`).path
    const { target, path } = bench.target(`${what}.json`)
    await symlink(source, path)
    const settings = settingsOf({ components: { from: 1, to: 1 }, restarts: 1 })
    const { fit } = await bench.engine.fit({ dataset, settings })
    const write = {
      report: () => bench.engine.exportReport({ fit, target }),
      model: () => bench.engine.exportModel({ fit, restart: 'VVV-1-0', target }),
      picture: () => bench.engine.writePicture({ target, bytes: new Uint8Array([1]) }),
    }[what]
    await expect(write?.()).rejects.toMatchObject({ code: 'target-unwritable' })
    expect(await readFile(source, 'utf8')).toBe(csv)
  },
)

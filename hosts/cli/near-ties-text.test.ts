import { expect, it } from 'vitest'
import { openBench, settingsOf } from '../../engine/fixtures/bench.ts'
import { nearTiesText } from './near-ties-text.ts'

it('models close to the lowest are told in one line with what speaks against them, and no line where there is one model', async () => {
  const bench = await openBench(1)
  try {
    const { dataset } = await bench.openSample('old-faithful')
    const covariances: ('VVV' | 'EEE' | 'VEE')[] = ['VVV', 'EEE', 'VEE']
    const settings = settingsOf({ covariances, components: { from: 2, to: 3 }, restarts: 8 })
    const fitted = await bench.engine.fit({ dataset, settings })
    expect(nearTiesText(fitted)).toMatch(
      /^near ties by BIC: VEE 3 \(\+7\.6\d, strong evidence against it.*VVV 2 \(\+7\.9\d, strong evidence against it/,
    )
    const one = await bench.engine.fit({ dataset, settings: settingsOf() })
    expect(nearTiesText(one)).toBe('')
  } finally {
    await bench.close()
  }
})

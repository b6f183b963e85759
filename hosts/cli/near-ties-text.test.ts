import { expect, it } from 'vitest'
import type { Warning } from '../../contract/warning.ts'
import { openBench, settingsOf } from '../../engine/fixtures/bench.ts'
import { nearTiesText } from './near-ties-text.ts'

it('models close to the lowest are told in one line with what speaks against them, spurious ones where they may be best, and no line where there is one model', async () => {
  const bench = await openBench(1)
  try {
    const { dataset } = await bench.openSample('old-faithful')
    const covariances: ('VVV' | 'EEE' | 'VEE')[] = ['VVV', 'EEE', 'VEE']
    const settings = settingsOf({ covariances, components: { from: 2, to: 3 }, restarts: 8 })
    const fitted = await bench.engine.fit({ dataset, settings })
    expect(nearTiesText(fitted, false)).toMatch(
      /^near ties by BIC: VEE 3 \(\+7\.6\d, strong evidence against it.*VVV 2 \(\+7\.9\d, strong evidence against it/,
    )
    const spurious: Warning = { code: 'spurious', message: 'A component holds 3 rows.' }
    const solutions = fitted.solutions.map((each) =>
      each.covariance === 'VEE' ? { ...each, warnings: [spurious] } : each,
    )
    expect(nearTiesText({ ...fitted, solutions }, false)).not.toContain('VEE 3')
    expect(nearTiesText({ ...fitted, solutions }, true)).toBe(nearTiesText(fitted, false))
    const single = settingsOf({
      covariances: ['VVV', 'EVE', 'EEE', 'VVI', 'EEI'],
      components: { from: 1, to: 1 },
    })
    const equal = await bench.engine.fit({ dataset, settings: single })
    expect(equal.best).toBe('EEE-1-A')
    expect(nearTiesText(equal, false)).toBe('')
    const one = await bench.engine.fit({ dataset, settings: settingsOf() })
    expect(nearTiesText(one, false)).toBe('')
  } finally {
    await bench.close()
  }
})

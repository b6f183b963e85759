import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { COVARIANCE_MODELS } from '../../contract/schemas.ts'
import { isSetAside } from '../../contract/set-aside.ts'
import { openBench, settingsOf, type Bench } from '../fixtures/bench.ts'

/*
 * What Mclust() of mclust 6.0.0 chooses for the same rows with its defaults, its BIC with our sign; and what that model comes to with
 * tolerances of 1e-12 in place of its 1e-5. `npx node bench/mclust-choices.ts` asks it anew.
 */
const CHOICES = [
  {
    sample: 'old-faithful',
    columns: [0, 1],
    model: 'EEE',
    components: 3,
    bic: 2314.316,
    converged: 2314.2957,
  },
  { sample: 'iris', columns: [0, 1, 2, 3], model: 'VEV', components: 2, bic: 561.7285, converged: 561.7285 },
] as const

describe('asked as mclust is: one hierarchical start, no regularisation, fourteen models, 1 to 9 components', () => {
  let bench: Bench
  beforeAll(async () => {
    bench = await openBench(2)
  })
  afterAll(() => bench.close())

  it.each(CHOICES)('$sample gives $model with $components components', async (choice) => {
    const { dataset } = await bench.openSample(choice.sample)
    const { solutions } = await bench.engine.fit({
      dataset,
      settings: settingsOf({
        columns: [...choice.columns],
        components: { from: 1, to: 9 },
        covariances: [...COVARIANCE_MODELS],
        initialisation: 'hierarchical',
        restarts: 1,
        acceleration: 'squarem',
      }),
    })
    const best = solutions.find(({ warnings }) => !isSetAside(warnings))
    expect([best?.covariance, best?.components]).toEqual([choice.model, choice.components])
    const bic = best?.bic ?? 0
    expect(Math.abs(bic - choice.converged)).toBeLessThan(1e-4)
    expect(choice.bic - bic).toBeLessThan(0.03)
  })
})

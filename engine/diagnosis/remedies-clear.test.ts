import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FindingView } from '../../contract/diagnosis-views.ts'
import type { FitSettings } from '../../contract/schemas.ts'
import type { FitSummary } from '../../contract/views.ts'
import { remediedForm } from '../../renderer/stores/remedied-form.ts'
import { DEFAULT_FORM, readSettings, type SettingsForm } from '../../renderer/stores/settings-form.ts'
import { openBench, type Bench } from '../fixtures/bench.ts'
import { DIAGNOSIS_CASES, PLAIN, type DiagnosisCase } from '../fixtures/warnings/diagnosis-cases.ts'

let bench: Bench
beforeAll(async () => {
  bench = await openBench()
})
afterAll(() => bench.close())

describe.each(Object.entries(DIAGNOSIS_CASES))(
  '%s',
  (name, { rows, form: own, start, goneOn, code, why, causes, remedies }) => {
    const form: SettingsForm = { ...DEFAULT_FORM, columns: [0, 1, 2], covariances: [], ...PLAIN, ...own }
    let dataset: string
    let fit: FitSummary
    let found: FindingView[]

    beforeAll(async () => {
      const text = `x,y,z\n${rows.map((row) => row.join()).join('\n')}\n`
      ;({ dataset } = await bench.openText(`${name.replaceAll(' ', '-')}.csv`, text))
      fit = await continued(await fitted(dataset, form, start), goneOn)
      found = await findings(fit)
    })

    it('raises its finding, with what explains it', () => {
      const finding = found.find((each) => each.code === code)
      expect(finding).toBeDefined()
      if (why !== undefined) expect(finding?.why).toBe(why)
      if (causes !== undefined) expect(finding?.causes.map(({ kind }) => kind)).toEqual(causes)
      expect(finding?.remedies.map(({ kind }) => kind)).toEqual(remedies)
    })

    it.each(remedies)('is cleared by the remedy “%s”', async (kind) => {
      const finding = found.find((each) => each.code === code)
      const remedy = finding?.remedies.find((each) => each.kind === kind)
      if (remedy === undefined) throw new Error('There is no such remedy.')
      const again =
        remedy.kind === 'continue'
          ? await bench.engine.extend({ fit: fit.fit, more: remedy })
          : await continued(await fitted(dataset, { ...form, ...remediedForm(form, remedy) }), goneOn)
      expect(again.restarts.map(({ state }) => state)).not.toContain('stopped')
      const restarts = again.restarts.filter(({ id }) => remedy.kind !== 'continue' || id === remedy.restart)
      const left = await findings({ ...again, restarts })
      expect(left.filter((each) => each.code === code)).toEqual([])
    })
  },
)

async function fitted(
  dataset: string,
  form: SettingsForm,
  start?: FitSettings['start'],
): Promise<FitSummary> {
  const { settings, errors } = readSettings(form, 1000)
  if (settings === null) throw new Error(JSON.stringify(errors))
  const acceleration = 'none'
  return await bench.engine.fit({
    dataset,
    settings: { ...settings, acceleration, ...(start === undefined ? {} : { start }) },
  })
}

async function continued(fit: FitSummary, goneOn: DiagnosisCase['goneOn']): Promise<FitSummary> {
  if (goneOn === undefined) return fit
  const [{ id: restart }] = fit.restarts
  return await bench.engine.extend({ fit: fit.fit, more: { kind: 'continue', restart, ...goneOn } })
}

async function findings({ fit, restarts }: FitSummary): Promise<FindingView[]> {
  const all = await Promise.all(restarts.map(({ id }) => bench.engine.diagnose({ fit, restart: id })))
  return all.flatMap((each) => each.findings)
}

import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, it } from 'vitest'
import * as v from 'valibot'
import { DEFAULT_FORM, type SettingsForm } from './settings-form.ts'
import { assignKnown, useSessionPartsStore } from './session-parts.ts'
import { formFrom } from './stored-form.ts'

beforeEach(() => setActivePinia(createPinia()))

const Form = v.object({ zoom: v.number() })

function part(start: number) {
  const held = { zoom: start }
  useSessionPartsStore().add('zoom', Form, {
    state: () => ({ ...held }),
    restore: (state) => Object.assign(held, state),
  })
  return held
}

it('gives back what each part gave out', () => {
  const held = part(2)
  const parts = useSessionPartsStore()
  const kept = parts.state()
  held.zoom = 7
  expect(parts.restore(kept)).toEqual([])
  expect(held).toEqual({ zoom: 2 })
})

it('leaves a part as it is whose state has another form, and names it', () => {
  const held = part(2)
  expect(useSessionPartsStore().restore({ zoom: { zoom: 'wide' } })).toEqual(['zoom'])
  expect(held).toEqual({ zoom: 2 })
})

it('keeps what belongs to a part that is not there yet, until it comes or the session is saved again', () => {
  const parts = useSessionPartsStore()
  parts.restore({ zoom: { zoom: 5 } })
  expect(parts.state()).toEqual({ zoom: { zoom: 5 } })
  expect(part(2)).toEqual({ zoom: 5 })
})

it('takes over no entry that was not there', () => {
  const show: Record<string, boolean> = { ellipses: true }
  assignKnown(show, { ellipses: false, elsewhere: true })
  expect(show).toEqual({ ellipses: false })
})

const form: SettingsForm = { ...DEFAULT_FORM, columns: [0, 1], covariances: ['VVV'] }

it('takes back the form field by field, and only what a field can hold', () => {
  const stored = {
    components: '4',
    seed: 7,
    columns: [1, 9],
    covariances: ['VVX'],
    strange: 'x',
    scaling: 'robust',
  }
  expect(formFrom(form, stored, (column) => column < 2)).toEqual({
    components: '4',
    scaling: 'robust',
    columns: [1],
  })
})

import { expect, it } from 'vitest'
import { DEFAULT_FORM } from '../../../stores/settings-form.ts'
import { putBackInto, TOUR_SETTINGS, tourFieldsOf } from './tour-settings.ts'

const before = tourFieldsOf({ ...DEFAULT_FORM, components: '2-6', restarts: '80' })

it('what the tour took the place of goes back into the form', () => {
  expect({ ...TOUR_SETTINGS, ...putBackInto(TOUR_SETTINGS, before) }).toEqual(before)
})

it('what the person has changed during the tour stays', () => {
  expect(putBackInto({ ...TOUR_SETTINGS, components: '5' }, before)).not.toHaveProperty('components')
})

import type { SettingsForm } from '../../../stores/settings-form.ts'

/** The settings that the tour needs, and takes the place of the person's with. */
export type TourSettings = Pick<
  SettingsForm,
  'components' | 'covariance' | 'restarts' | 'initialisation' | 'seed'
>

/** What docs/crabs.md goes through. */
export const TOUR_SETTINGS: Readonly<TourSettings> = {
  components: '4',
  covariance: 'EEE',
  restarts: '200',
  initialisation: 'mixed',
  seed: '1',
}

export const tourFieldsOf = (form: Readonly<TourSettings>): TourSettings => ({
  components: form.components,
  covariance: form.covariance,
  restarts: form.restarts,
  initialisation: form.initialisation,
  seed: form.seed,
})

/** What goes back into the form after the tour: all that was there before, but for what the person has changed since. */
export function putBackInto(
  form: Readonly<TourSettings>,
  before: Readonly<TourSettings>,
): Partial<TourSettings> {
  const isUntouched = (field: string) =>
    form[field as keyof TourSettings] === TOUR_SETTINGS[field as keyof TourSettings]
  return Object.fromEntries(Object.entries(before).filter(([field]) => isUntouched(field)))
}

import { UsageError } from './usage-error.ts'

/** Refuses by name what the command line will have and does not have yet. */
export function refuseAbsent({ plot }: { plot?: string }): void {
  if (plot !== undefined) throw absent('--plot', 'Open the file in the application to save a picture')
}

const absent = (option: string, instead: string) => new UsageError(`${option} is not there yet. ${instead}.`)

import { UsageError } from './usage-error.ts'

/** Refuses by name what the command line will have and does not have yet. */
export function refuseAbsent({ script, plot }: { script?: string; plot?: string }): void {
  if (script !== undefined) throw absent('--script', 'Use --model or --report, which hold the parameters')
  if (plot !== undefined) throw absent('--plot', 'Open the file in the application to save a picture')
}

const absent = (option: string, instead: string) => new UsageError(`${option} is not there yet. ${instead}.`)

import { UsageError } from './usage-error.ts'

interface Asked {
  init?: string
  strategy?: string
  script?: string
  plot?: string
}

/** Refuses by name what the command line will have and does not have yet. */
export function refuseAbsent({ init, strategy, script, plot }: Asked): void {
  if (init === 'hierarchical')
    throw absent('--init hierarchical', 'Use mixed, which deals the restarts round several starts')
  if (strategy === 'race')
    throw absent('--strategy race', 'Every restart is run to its end: leave the option out')
  if (strategy !== undefined && strategy !== 'full')
    throw new UsageError(`--strategy must be full, not “${strategy}”.`)
  if (script !== undefined) throw absent('--script', 'Use --model or --report, which hold the parameters')
  if (plot !== undefined) throw absent('--plot', 'Open the file in the application to save a picture')
}

const absent = (option: string, instead: string) => new UsageError(`${option} is not there yet. ${instead}.`)

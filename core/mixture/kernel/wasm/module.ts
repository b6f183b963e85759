import { moduleBytes } from './bytes.ts'
import { gatherRoutine } from './gather.ts'
import { stretchRows, type Shape } from './layout.ts'
import { mixRoutine, tallyRoutine } from './mix.ts'
import { createRoutine, DOUBLE, type Routine } from './routine.ts'
import { whitenRoutine } from './whiten.ts'

/** The functions of a generated module. All arguments are addresses in bytes or counts. */
export interface Generated {
  whiten(x: number, records: number, y: number, logs: number, components: number, stretches: number): void
  mix(logs: number, components: number, stretches: number): void
  tally(stretches: number): void
  gather(e: number, y: number, sums: number, components: number, stretches: number): void
  /** All four over so many whole blocks, one after another. */
  run(
    x: number,
    blocks: number,
    records: number,
    y: number,
    logs: number,
    sums: number,
    components: number,
  ): void
}

/** The module for a family and number of columns. */
export function generate(shape: Shape): Uint8Array<ArrayBuffer> {
  const steps = [
    whitenRoutine(shape),
    mixRoutine(shape, false),
    tallyRoutine(shape),
    gatherRoutine(shape),
    mixRoutine(shape, true),
  ]
  return moduleBytes([...steps, runRoutine(shape)].map((routine) => routine.finish()))
}

const STEP = { whiten: 0, mix: 1, tally: 2, gather: 3, mixAndTally: 4 } as const

function runRoutine(shape: Shape): Routine {
  const { dimension, blockRows, lanes } = shape
  const f = createRoutine('run', 7, lanes)
  const [x, blocks, records, y, logs, sums, components] = f.parameters
  const stretches = f.index(blockRows / stretchRows(shape))
  f.repeat(blocks, [[x, dimension * blockRows * DOUBLE]], () => {
    f.call(STEP.whiten, [x, records, y, logs, components, stretches])
    f.call(STEP.mixAndTally, [logs, components, stretches])
    f.call(STEP.gather, [logs, y, sums, components, stretches])
  })
  return f
}

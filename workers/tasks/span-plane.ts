import { discriminantPlane } from '../../core/geometry/discriminant.ts'
import { principalPlane } from '../../core/geometry/principal.ts'
import { task } from '../failure.ts'
import type { Tasks } from '../tasks.ts'

type Task = Tasks['span-plane']

export default task(({ columns, by }: Task['input']): Task['output'] =>
  'ranks' in by
    ? { ...principalPlane(columns, by.ranks), discriminants: 0 }
    : discriminantPlane(columns, by.labels, by.clusters),
)

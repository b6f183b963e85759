import { emitExp2 } from './exp2.ts'
import { CONSTANT, layoutOf, roundsOf, type Shape } from './layout.ts'
import { at, bytesOf, createRoutine, DOUBLE, type Index, type Routine, type Vector } from './routine.ts'

const VECTORS = 2

/**
 * mix(logs, components, stretches): turns the base-2 logarithms t of one block into e = 2^(t − largest) in place, and leaves the largest,
 * Σ e, 1 / Σ e and Σ e (t − largest) of each row. Σ e is at least 1.
 */
export function mixRoutine(shape: Shape): Routine {
  const f = createRoutine('mix', 3, shape.lanes)
  const [logs, components, stretches] = f.parameters
  const layout = layoutOf(shape)
  const column = shape.blockRows * DOUBLE
  const strip: Strip = {
    logs,
    components,
    column,
    constants: f.index(0),
    exp2: f.index(CONSTANT.exp2),
    most: f.vectors(VECTORS),
    sum: f.vectors(VECTORS),
    slope: f.vectors(VECTORS),
  }
  const rows = f.index(0)
  const one = f.vector()
  const bytes = bytesOf(one)
  const step = VECTORS * bytes
  f.repeat(
    roundsOf(f, stretches, VECTORS),
    [
      [logs, step],
      [rows, step],
    ],
    () => {
      if (shape.pair) emitPair(f, strip)
      else emitMany(f, strip)
      f.spread(one, at(strip.constants, CONSTANT.one))
      strip.sum.forEach((total, v) => {
        const offset = v * bytes
        f.larger(total, total, one)
        f.store(strip.most[v], at(rows, layout.most + offset))
        f.store(total, at(rows, layout.sum + offset))
        f.store(strip.slope[v], at(rows, layout.slope + offset))
        f.divide(total, one, total)
        f.store(total, at(rows, layout.inverse + offset))
      })
    },
  )
  return f
}

/** Some vectors of rows: their logarithms of each component, a column apart, and what is made of them. */
interface Strip {
  logs: Index
  components: Index
  column: number
  constants: Index
  /** Where the constants of the powers lie. */
  exp2: Index
  most: Vector[]
  sum: Vector[]
  slope: Vector[]
}

function emitMany(f: Routine, { logs, components, column, constants, exp2, most, sum, slope }: Strip): void {
  const power = f.vectors(VECTORS)
  const value = f.vectors(VECTORS)
  const bytes = bytesOf(value[0])
  for (const largest of most) f.spread(largest, at(constants, CONSTANT.lowest))
  const from = f.index(at(logs))
  f.repeat(components, [[from, column]], () => {
    value.forEach((t, v) => {
      f.load(t, at(from, v * bytes))
      f.larger(most[v], most[v], t)
    })
  })
  for (const total of [...sum, ...slope]) f.zero(total)
  const to = f.index(at(logs))
  f.repeat(components, [[to, column]], () => {
    value.forEach((t, v) => {
      f.load(t, at(to, v * bytes))
      f.subtract(t, t, most[v])
    })
    emitExp2(f, power, value, exp2)
    power.forEach((e, v) => {
      f.add(sum[v], sum[v], e)
      f.multiplyAdd(slope[v], e, value[v], slope[v])
      f.store(e, at(to, v * bytes))
    })
  })
}

/** The same of two components, to the same bits: one of the two exponents is 0, so their sum is the other. */
function emitPair(f: Routine, { logs, column, constants, exp2, most, sum, slope }: Strip): void {
  const power = f.vectors(VECTORS)
  const value = f.vectors(VECTORS)
  const first = f.vector()
  const bytes = bytesOf(first)
  value.forEach((t, v) => {
    f.load(first, at(logs, v * bytes))
    f.load(t, at(logs, column + v * bytes))
    f.spread(most[v], at(constants, CONSTANT.lowest))
    f.larger(most[v], most[v], first)
    f.larger(most[v], most[v], t)
    f.subtract(first, first, most[v])
    f.subtract(t, t, most[v])
    f.add(t, t, first)
  })
  emitExp2(f, power, value, exp2)
  const one = f.vector()
  f.spread(one, at(constants, CONSTANT.one))
  power.forEach((e, v) => {
    f.multiply(slope[v], e, value[v])
    f.load(first, at(logs, v * bytes))
    f.equal(first, first, most[v])
    f.choose(sum[v], one, e, first)
    f.store(sum[v], at(logs, v * bytes))
    f.load(value[v], at(logs, column + v * bytes))
    f.equal(value[v], value[v], most[v])
    f.choose(e, one, e, value[v])
    f.store(e, at(logs, column + v * bytes))
    f.add(sum[v], sum[v], e)
  })
}

/**
 * tally(stretches): adds to the tally, per lane, the rows' largest logarithms and their Σ e (t − largest) / Σ e, and multiplies their
 * Σ e into its product.
 */
export function tallyRoutine(shape: Shape): Routine {
  const f = createRoutine('tally', 1, shape.lanes)
  const [stretches] = f.parameters
  const layout = layoutOf(shape)
  const tally = f.index(layout.tally)
  const rows = f.index(0)
  const [largest, product, slope, value, inverse] = f.vectors(5)
  const bytes = bytesOf(value)
  f.load(largest, at(tally))
  f.load(product, at(tally, bytes))
  f.load(slope, at(tally, 2 * bytes))
  f.repeat(roundsOf(f, stretches, 1), [[rows, bytes]], () => {
    f.load(value, at(rows, layout.most))
    f.add(largest, largest, value)
    f.load(value, at(rows, layout.sum))
    f.multiply(product, product, value)
    f.load(value, at(rows, layout.slope))
    f.load(inverse, at(rows, layout.inverse))
    f.multiplyAdd(slope, value, inverse, slope)
  })
  f.store(largest, at(tally))
  f.store(product, at(tally, bytes))
  f.store(slope, at(tally, 2 * bytes))
  return f
}

import { emitExp2 } from './exp2.ts'
import { CONSTANT, layoutOf, roundsOf, type Shape } from './layout.ts'
import { at, bytesOf, createRoutine, DOUBLE, type Index, type Routine, type Vector } from './routine.ts'

const VECTORS = 4

/**
 * mix(logs, components, stretches): turns the base-2 logarithms t of one block into e = 2^(t − largest) in place, and leaves 1 / Σ e
 * of each row, which is at most 1; and either the largest, Σ e and Σ e (t − largest) of each row too, or, `tallied`, adds these to
 * the tally at once.
 */
export function mixRoutine(shape: Shape, tallied: boolean): Routine {
  const f = createRoutine(tallied ? 'mixAndTally' : 'mix', 3, shape.lanes)
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
  const tally = tallied ? openTally(f, shape) : null
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
        const [largest, slope] = [strip.most[v], strip.slope[v]]
        const offset = v * bytes
        f.larger(total, total, one)
        if (tally === null) {
          f.store(largest, at(rows, layout.most + offset))
          f.store(total, at(rows, layout.sum + offset))
          f.store(slope, at(rows, layout.slope + offset))
          f.divide(total, one, total)
          f.store(total, at(rows, layout.inverse + offset))
        } else {
          const inverse = f.vector()
          f.divide(inverse, one, total)
          f.store(inverse, at(rows, layout.inverse + offset))
          tally.add({ largest, total, slope, inverse })
        }
      })
    },
  )
  tally?.close()
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
  const rows = f.index(0)
  const [largest, total, slope, inverse] = f.vectors(4)
  const tally = openTally(f, shape)
  f.repeat(roundsOf(f, stretches, 1), [[rows, bytesOf(total)]], () => {
    f.load(largest, at(rows, layout.most))
    f.load(total, at(rows, layout.sum))
    f.load(slope, at(rows, layout.slope))
    f.load(inverse, at(rows, layout.inverse))
    tally.add({ largest, total, slope, inverse })
  })
  tally.close()
  return f
}

/** What a vector of rows adds to the tally. */
interface Entry {
  largest: Vector
  /** Σ e. */
  total: Vector
  /** Σ e (t − largest). */
  slope: Vector
  inverse: Vector
}

/** The tally in locals, until it is closed. */
function openTally(f: Routine, shape: Shape) {
  const tally = f.index(layoutOf(shape).tally)
  const sums = f.vectors(3)
  const [most, product, slopes] = sums
  const bytes = bytesOf(most)
  sums.forEach((sum, i) => f.load(sum, at(tally, i * bytes)))
  return {
    add({ largest, total, slope, inverse }: Entry): void {
      f.add(most, most, largest)
      f.multiply(product, product, total)
      f.multiplyAdd(slopes, slope, inverse, slopes)
    },
    close: () => sums.forEach((sum, i) => f.store(sum, at(tally, i * bytes))),
  }
}

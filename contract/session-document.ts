import * as v from 'valibot'
import type { Flag, Initialisation, RestartStatus } from '../core/mixture/types.ts'
import { DialectChoice } from './dialect-choice.ts'
import { COVARIANCE_MODELS } from './covariance-models.ts'
import { id, whole } from './fields.ts'
import { LIMITS } from './limits.ts'
import { FitSettings } from './settings.ts'
import { TRANSFORMS } from './transforms.ts'
import type { Role } from './table-views.ts'
import { say } from './words/say.ts'

const array = <T extends Float64Array | Uint16Array | Uint8Array>(of: new (length: number) => T) =>
  v.custom<T>((value) => value instanceof of, say('An array of the session has the wrong type'))
const text = (most: number) => v.pipe(v.string(), v.maxLength(most))
const count = whole(0, 2 ** 53 - 1, say('A count'))
const number = v.number()

/** Parameters of a mixture: arrays of the lengths that its sizes say, of finite numbers. */
const mixture = v.pipe(
  v.looseObject({
    components: whole(1, LIMITS.components, say('Components')),
    dimension: whole(1, LIMITS.columns, say('Columns')),
    weights: array(Float64Array),
    means: array(Float64Array),
    covariances: array(Float64Array),
    gaps: v.optional(v.literal(true)),
    noise: v.optional(
      v.object({
        weight: v.pipe(number, v.minValue(0), v.maxValue(1)),
        logDensity: v.pipe(number, v.finite()),
      }),
    ),
  }),
  v.check(
    ({ components: k, dimension: d, weights, means, covariances }) =>
      weights.length === k && means.length === k * d && covariances.length === k * d * d,
    say('Parameters of the session have the wrong size'),
  ),
  v.check(
    ({ weights, means, covariances }) =>
      [weights, means, covariances].every((list) => list.every(Number.isFinite)),
    say('Parameters of the session are not finite'),
  ),
)

const start = v.variant('kind', [
  v.object({ kind: v.literal('labels'), labels: array(Uint16Array) }),
  v.object({ kind: v.literal('responsibilities'), responsibilities: array(Float64Array) }),
  v.object({ kind: v.literal('parameters'), mixture }),
])

/** The names of a union, each once: one that is added to it has to be added here. */
const names = <Name extends string>(each: Record<Name, true>) => v.picklist(Object.keys(each) as Name[])

const initialisation = names<Initialisation>({
  'kmeans++': true,
  kmeans: true,
  'random-rows': true,
  'random-responsibilities': true,
  'short-runs': true,
  hierarchical: true,
  split: true,
  swap: true,
  'split-merge': true,
  simpler: true,
  given: true,
})

const status = names<RestartStatus>({
  converged: true,
  'iteration-limit': true,
  collapsed: true,
  dropped: true,
  stopped: true,
})

const flag = names<Flag['code']>({
  spurious: true,
  saddle: true,
  emptied: true,
  plateau: true,
  'iteration-limit': true,
  'not-continued': true,
})

const planned = v.looseObject({
  id,
  components: whole(1, LIMITS.components, say('Components')),
  covariance: v.picklist(COVARIANCE_MODELS),
  index: count,
  seed: whole(0, LIMITS.seed, say('A seed')),
  initialisation,
  from: v.optional(id),
  base: v.optional(v.looseObject({ mixture, variant: count })),
  start: v.optional(start),
  /** Absent from the first sessions. */
  removed: v.optional(v.literal(true)),
  legs: v.optional(
    v.array(
      v.object({ iterations: count, mixture: v.nullable(mixture), tolerance: number, maxIterations: count }),
    ),
  ),
})

const collapseCause = v.picklist(['empty', 'singular', 'flat'])
const outcome = v.looseObject({
  status,
  iterations: count,
  logLikelihood: v.nullable(number),
  mixture: v.nullable(mixture),
  entropy: v.nullable(number),
  reason: text(2_000),
  collapse: v.optional(
    v.looseObject({
      component: count,
      cause: collapseCause,
      begun: v.optional(mixture),
    }),
  ),
  limit: v.nullable(number),
  flags: v.array(v.looseObject({ code: flag, message: text(2_000), collapse: v.optional(collapseCause) })),
  seconds: number,
})

const cell = v.object({
  components: whole(1, LIMITS.components, say('Components')),
  covariance: v.picklist(COVARIANCE_MODELS),
})
const stopped = v.boolean()
const extension = v.variant('kind', [
  v.looseObject({
    kind: v.literal('restarts'),
    stopped,
    cells: v.array(v.object({ ...cell.entries, from: count, count })),
  }),
  v.looseObject({
    kind: v.literal('continue'),
    stopped,
    restart: id,
    iterations: count,
    tolerance: number,
    maxIterations: count,
  }),
  v.looseObject({ kind: v.literal('manual'), stopped, restart: id }),
])

const fit = v.pipe(
  v.object({
    settings: FitSettings,
    plan: v.array(planned),
    outcomes: v.array(outcome),
    traces: v.array(array(Float64Array)),
    refinements: v.object({ tried: count, better: count }),
    iterations: count,
    stopped,
    /** It was running when it was kept. Absent from the first sessions. */
    interrupted: v.optional(v.boolean()),
    extensions: v.array(extension),
    seconds: v.pipe(number, v.minValue(0)),
    threads: count,
  }),
  v.check(
    ({ plan, outcomes, traces }) => plan.length === outcomes.length && plan.length === traces.length,
    say('A fit of the session lacks some of its restarts'),
  ),
  v.check(
    ({ plan }) => new Set(plan.map((restart) => restart.id)).size === plan.length,
    say('A fit of the session has a restart twice'),
  ),
  v.check(
    ({ plan, outcomes, settings }) =>
      // The checks before have failed without ending this one.
      plan.length < outcomes.length ||
      outcomes.every(
        ({ mixture: one }, at) =>
          one === null ||
          (one.components === plan[at].components &&
            one.dimension === settings.columns.length &&
            (one.noise !== undefined) === settings.noise &&
            (one.gaps === true) === (settings.missing === 'em')),
      ),
    say('A fit of the session has parameters of another model'),
  ),
)

const ROLES = ['cluster', 'weight', 'label', 'keep', 'ignore'] as const satisfies readonly Role[]

/** A session (`basin.session`, version 1), its arrays unpacked: what was open, without the rows of the data. */
export const SessionDocument = v.object({
  format: v.literal('basin.session'),
  version: v.literal(1),
  /** Which Basin wrote it, and when (ISO 8601). */
  writer: text(100),
  saved: text(40),
  source: v.object({
    file: text(1_000),
    bytes: count,
    /** SHA-256 of the file, hexadecimal: the data are known again by it. */
    sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
    rows: count,
    columns: v.array(text(10_000)),
    /** Columns computed from others, in the order of their places; absent from the first sessions. */
    derived: v.optional(
      v.array(v.object({ of: count, transform: v.picklist(TRANSFORMS), removed: v.boolean() })),
    ),
    dialect: DialectChoice,
    roles: v.record(v.pipe(v.string(), v.digits()), v.picklist(ROLES)),
  }),
  fits: v.array(fit),
  view: v.record(v.string(), v.unknown()),
})
export type SessionDocument = v.InferOutput<typeof SessionDocument>
export type StoredFit = SessionDocument['fits'][number]

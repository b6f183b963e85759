import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { EngineError } from '../../contract/errors.ts'
import { startProgram, type Program } from './process.ts'
import { begin, ROWS, SETTINGS, STEPS, type Scene } from './work.ts'

export const FAULTS = {
  engine: 'the engine’s process is killed',
  threads: 'its worker threads end',
  page: 'the page is closed',
  program: 'the whole program is killed',
} as const
/** Each in the midst of arithmetic alone: nothing else fills a heap. */
export const HEAPS = {
  threadHeap: 'a worker thread’s heap is full',
  engineHeap: 'the heap of the engine’s process is full',
} as const
export type Fault = keyof typeof FAULTS | keyof typeof HEAPS

/** Where in the work a fault comes: within a step or after it. */
export interface Moment {
  name: string
  step: number
  within: boolean
}

export const MOMENTS: readonly Moment[] = STEPS.flatMap(({ name }, step) => [
  { name: `while ${name}`, step, within: true },
  { name: `after ${name}`, step, within: false },
])

export interface Aftermath {
  /** What did not hold; none where it was survived. */
  failures: string[]
  /** Restarts that had ended and did not come back. */
  lost: number
  /** What was said, where something was under way. */
  said: string
}

/** Works up to the moment, has the fault come, opens again and looks at what is there. */
export async function survive(fault: Fault, moment: Moment): Promise<Aftermath> {
  const folder = mkdtempSync(join(tmpdir(), 'basin-fault-'))
  const [choices, files] = [join(folder, 'choices'), join(folder, 'files')]
  for (const made of [choices, files]) mkdirSync(made)
  writeFileSync(join(files, 'data.csv'), tableText())
  let program = await startProgram(choices)
  try {
    const scene = begin(program, files)
    const under = await workUpTo(scene, moment)
    program = await strike(fault, scene, choices)
    const { said, failures } = await lastWords(fault, under, scene)
    const lost = await lookAt(fault, scene, failures)
    return { failures, lost, said }
  } finally {
    await program.kill()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The step that is under way, if one is. */
async function workUpTo(scene: Scene, moment: Moment): Promise<{ ending: Promise<unknown> } | null> {
  for (const step of STEPS.slice(0, moment.step)) await step.take(scene, () => undefined)
  if (!moment.within) {
    await STEPS[moment.step].take(scene, () => undefined)
    return null
  }
  return await new Promise((resolve) => {
    const ending: Promise<unknown> = STEPS[moment.step]
      // A step may be under way before it has given its promise.
      .take(scene, () => queueMicrotask(() => resolve({ ending })))
      .catch((thrown: unknown) => EngineError.from(thrown))
  })
}

async function strike(fault: Fault, scene: Scene, choices: string): Promise<Program> {
  switch (fault) {
    case 'threads':
      scene.program.endThreads()
      break
    case 'threadHeap':
      scene.program.fillHeap('thread')
      break
    case 'page':
      scene.program.closePage()
      break
    case 'engineHeap':
      scene.program.fillHeap('engine')
      await scene.program.ended()
      scene.program = await startProgram(choices)
      break
    case 'engine':
    case 'program':
      await scene.program.kill()
      scene.program = await startProgram(choices)
      if (fault === 'program') scene.window = randomUUID()
  }
  return scene.program
}

const PATIENCE = 60_000

async function lastWords(
  fault: Fault,
  under: { ending: Promise<unknown> } | null,
  scene: Scene,
): Promise<{ said: string; failures: string[] }> {
  if (under === null) return { said: '', failures: [] }
  const ended = await Promise.race([under.ending, setTimeout(PATIENCE, 'waits', { ref: false })])
  if (ended === 'waits') return { said: '', failures: ['what was under way never ended'] }
  if (!(ended instanceof EngineError))
    return fault === 'threadHeap' ? withoutOne(scene.reasons) : { said: '', failures: [] }
  const failures = []
  if (ended.message === '' || ended.remedy === '') failures.push('nothing was said of what happened')
  const expected = { threads: ended.code, threadHeap: 'too-large' }[fault as string] ?? 'engine-died'
  if (ended.code !== expected) failures.push(`what was said is “${ended.message}”`)
  return { said: `${ended.message} ${ended.remedy}`, failures }
}

/** Of a thread that is no more the restarts run again in another, and one that runs alone says why it has ended. */
function withoutOne(reasons: readonly string[]): { said: string; failures: string[] } {
  return {
    said: reasons.length === 0 ? '(its restarts run again in another thread)' : reasons.join(' '),
    failures: reasons
      .filter((reason) => !reason.includes('ran out of memory'))
      .map((reason) => `a restart has ended without a model: ${reason}`),
  }
}

/** Adds to the failures; gives the restarts lost. */
async function lookAt(fault: Fault, scene: Scene, failures: string[]): Promise<number> {
  const { program, folder, window, keptName, askedName, keptEnded, written } = scene
  const engine = program.engine()
  const check = (held: boolean, what: string) => {
    if (!held) failures.push(what)
  }
  const opens = async (grant: string, what: string) => {
    try {
      return await engine.openSession({ grant })
    } catch (thrown) {
      failures.push(`${what} does not open: ${EngineError.from(thrown).message}`)
      return null
    }
  }
  let back = 0
  let dataset: string | null = null
  const kept = (await engine.recoverable({ window })).at(0)
  check((kept !== undefined) === (keptName !== null) || keptName === null, 'nothing was kept')
  if (kept !== undefined) {
    const session = await opens(kept.grant, 'what was kept')
    const fit = session?.fits.at(-1)?.summary
    dataset = session?.dataset.dataset ?? null
    back =
      fit?.restarts.filter(({ state, logLikelihood }) => state !== 'stopped' || logLikelihood !== null)
        .length ?? 0
    check(back >= keptEnded, `${keptEnded} restarts were kept, ${back} came back`)
    const name = session?.view['name']
    check(name === keptName || name === askedName, `“${keptName}” was kept, “${String(name)}” came back`)
  }
  for (const name of ['work.basin', 'labelled.csv', 'labelled.basin.json', 'report.json', 'model.json']) {
    const path = join(folder, name)
    if (!existsSync(path)) {
      check(!written.has(name), `${name} is not there`)
      continue
    }
    if (name.endsWith('.basin')) await opens(program.grantFile(path), name)
    else if (name.endsWith('.json')) check(isJson(path), `${name} is not whole`)
    else check(readFileSync(path, 'utf8').split('\n').length === ROWS + 2, `${name} is not whole`)
  }
  for (const where of [folder, join(folder, '../choices'), join(folder, '../choices/autosave')])
    check(
      !existsSync(where) || !readdirSync(where).some((name) => name.endsWith('.part')),
      `half a file is left`,
    )
  for (const name of ['choices.json', 'places.json', 'recent.json']) {
    const path = join(folder, '../choices', name)
    check(!existsSync(path) || isJson(path), `${name} is not whole`)
  }
  await goesOn(scene, dataset, failures)
  return Math.max(0, scene.ended - Math.max(back, fault.startsWith('thread') ? scene.ended : 0))
}

/** A new fit of what is open runs to its end. */
async function goesOn({ program, folder }: Scene, dataset: string | null, failures: string[]): Promise<void> {
  const engine = program.engine()
  try {
    const grant = program.grantFile(join(folder, 'data.csv'))
    const id = dataset ?? (await engine.open({ source: { grant } })).dataset
    const settings = { ...SETTINGS, components: { from: 2, to: 2 }, restarts: 2 }
    const { restarts } = await engine.fit({ dataset: id, settings })
    if (restarts.some(({ logLikelihood }) => logLikelihood === null)) failures.push('a new fit has no model')
  } catch (thrown) {
    failures.push(`a new fit fails: ${EngineError.from(thrown).message}`)
  }
}

function isJson(path: string): boolean {
  try {
    JSON.parse(readFileSync(path, 'utf8'))
    return true
  } catch {
    return false
  }
}

function tableText(): string {
  const lines = Array.from(
    { length: ROWS },
    (_, i) => `${(Math.sin(i * 1.7) + (i % 3)).toFixed(4)},${(Math.cos(i * 2.3) + (i % 2)).toFixed(4)}`,
  )
  return `a,b\n${lines.join('\n')}\n`
}

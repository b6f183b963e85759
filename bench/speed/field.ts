import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Model } from './cases.ts'
import { startContestant, type Contestant } from './contestant.ts'
import type { Sample } from './overlapping.ts'

/** All contestants at one sample, ready to run, and the folder of the files that they read. */
export interface Field {
  contestants: Contestant[]
  close(): Promise<void>
}

/** The kernel as it is, with the plain one beside it, or with the peers too. */
export type Who = 'basin' | 'ours' | 'all'

/** Debian's own Python: the packages of apt-get are not seen by another. */
export const PYTHON = '/usr/bin/python3'

const file = (name: string) => fileURLToPath(new URL(name, import.meta.url))
const COMPILED = ['-O3', '-march=native']

/** Command lines by name; a C program is compiled for its dimension and model first. */
function commands(folder: string, { rows, dimension, components }: Sample, model: Model, who: Who) {
  const files = [join(folder, 'rows.f64'), join(folder, 'start.f64')]
  const words = [...files, String(rows), String(dimension), String(components), model]
  const basin = [process.execPath, file('./basin.ts'), ...words]
  if (who === 'basin') return { Basin: basin }
  const ours = { Basin: basin, 'Basin, plain': [...basin, 'plain'] }
  if (who === 'ours') return ours
  const shape = [`-DDIMENSION=${dimension}`, `-DDIAGONAL=${model === 'VVI' ? 1 : 0}`]
  const [yardstick, armadillo] = [join(folder, 'em'), join(folder, 'armadillo')]
  execFileSync('gcc', [...COMPILED, ...shape, file('../peers/em.c'), '-o', yardstick, '-lm'])
  const library = ['-DARMA_NO_DEBUG', '-DARMA_DONT_USE_OPENMP', '-DARMA_DONT_USE_WRAPPER', '-lopenblas']
  execFileSync('g++', [...COMPILED, file('../peers/armadillo.cpp'), '-o', armadillo, ...library])
  return {
    ...ours,
    'scikit-learn': [PYTHON, file('../peers/sklearn_mixture.py'), ...words],
    Armadillo: [armadillo, ...words],
    mclust: ['Rscript', '--vanilla', file('../peers/mclust.R'), ...words],
    'AVX2 C': [yardstick, ...files, String(rows), String(components)],
  }
}

/** Writes the sample where every contestant reads it. */
export function writeSample({ values, start }: Sample): { folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'basin-bench-'))
  writeFileSync(join(folder, 'rows.f64'), values)
  const { weights, means, covariances } = start
  writeFileSync(join(folder, 'start.f64'), Float64Array.from([...weights, ...means, ...covariances]))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** Starts the contestants, each single-threaded. */
export async function openField(sample: Sample, model: Model, who: Who): Promise<Field> {
  const { folder, remove } = writeSample(sample)
  const named: Record<string, string[]> = commands(folder, sample, model, who)
  const contestants: Contestant[] = []
  for (const [name, words] of Object.entries(named)) contestants.push(await startContestant(name, words))
  return {
    contestants,
    async close() {
      await Promise.all(contestants.map((contestant) => contestant.close()))
      remove()
    },
  }
}

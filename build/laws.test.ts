import { spawnSync } from 'node:child_process'
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { cruise, type ICruiseOptions, type IFlattenedRuleSet } from 'dependency-cruiser'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../', import.meta.url))
const laws = createRequire(import.meta.url)('./dependency-cruiser.cjs') as IFlattenedRuleSet & {
  options: ICruiseOptions
}
const planted = mkdtempSync(join(tmpdir(), 'basin-laws-'))
afterAll(() => rmSync(planted, { recursive: true, force: true }))

function plant(files: Record<string, string>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(planted, file)), { recursive: true })
    writeFileSync(join(planted, file), text)
  }
}

/** [where, what it imports, the law that must be named; null: allowed]. */
const IMPORTS: [string, string, string | null][] = [
  ['core/a.ts', '../contract/a.ts', 'core-imports-itself'],
  ['core/b.ts', '../renderer/charts/a.ts', 'core-imports-itself'],
  ['core/c.ts', 'node:fs', 'core-no-node'],
  ['core/d.ts', 'valibot', 'core-packages'],
  ['core/e.ts', './plain.ts', null],
  ['core/f.ts', './fixtures/a.ts', 'fixtures-in-tests-alone'],
  ['core/fixtures/b.ts', './a.ts', null],
  ['contract/b.ts', '../engine/index.ts', 'contract-imports-core'],
  ['contract/c.ts', '../core/plain.ts', 'contract-takes-types-of-core-alone'],
  ['contract/d.ts', 'ws', 'contract-packages'],
  ['contract/e.ts', 'valibot', null],
  ['workers/a.ts', '../engine/index.ts', 'workers-imports-core-contract'],
  ['workers/b.ts', 'piscina', 'piscina-in-the-pool-alone'],
  ['workers/pool.ts', 'piscina', null],
  ['workers/c.ts', 'papaparse', 'papaparse-in-the-csv-reader-alone'],
  ['workers/csv/a.ts', 'papaparse', null],
  ['workers/d.ts', '../contract/client.ts', 'workers-take-errors-and-limits-of-the-contract'],
  ['engine/a.ts', '../hosts/cli/a.ts', 'engine-imports-core-contract-workers'],
  ['engine/b.ts', '../workers/csv/a.ts', 'engine-takes-pool-and-control-of-the-workers'],
  ['engine/c.ts', 'electron', 'electron-in-its-host-alone'],
  ['engine/d.ts', '../workers/pool.ts', null],
  ['electron/a.ts', '../hosts/local/a.ts', 'electron-imports-contract-engine'],
  ['electron/b.ts', '../engine/inside.ts', 'hosts-enter-the-engine-by-its-door'],
  ['electron/c.ts', 'electron', null],
  ['hosts/local/b.ts', '../cli/a.ts', 'hosts-know-nothing-of-each-other'],
  ['hosts/local/c.ts', '../../renderer/charts/a.ts', 'hosts-imports-contract-engine'],
  ['hosts/local/d.ts', '../../core/plain.ts', 'hosts-imports-contract-engine'],
  ['hosts/local/e.ts', '../../engine/index.ts', null],
  ['renderer/a.ts', '../engine/index.ts', 'renderer-imports-contract-core'],
  ['renderer/b.ts', 'node:path', 'renderer-no-node'],
  ['renderer/c.ts', '../core/plain.ts', 'renderer-takes-geometry-of-core'],
  ['renderer/d.ts', '../core/geometry/a.ts', null],
  ['renderer/e.ts', 'ws', 'renderer-packages'],
  ['renderer/features/one/a.ts', '../two/a.ts', 'features-know-nothing-of-each-other'],
  ['renderer/features/one/b.ts', '../../stores/a.ts', null],
  ['renderer/features/one/c.ts', '../../host/local.ts', 'features-take-the-shared-parts-alone'],
  ['renderer/features/one/d.ts', '../../App.vue', 'features-take-the-shared-parts-alone'],
  ['renderer/features/one/e.ts', '../../../contract/a.ts', null],
  ['renderer/features/one/f.ts', '../../../core/geometry/a.ts', null],
  ['renderer/features/one/g.ts', '../../../core/plain.ts', 'renderer-takes-geometry-of-core'],
  ['renderer/stores/b.ts', '../features/two/a.ts', 'features-stand-on-the-shared-parts'],
]
const GROUND = [
  'core/plain.ts',
  'core/geometry/a.ts',
  'core/fixtures/a.ts',
  'contract/a.ts',
  'contract/client.ts',
  'engine/index.ts',
  'engine/inside.ts',
  'hosts/cli/a.ts',
  'hosts/local/a.ts',
  'renderer/charts/a.ts',
  'renderer/stores/a.ts',
  'renderer/host/local.ts',
  'renderer/App.vue',
  'renderer/features/two/a.ts',
]
const PACKAGES = ['valibot', 'ws', 'piscina', 'papaparse', 'electron']

describe('a planted import that breaks a law of the house is named by lint', () => {
  const broken = new Map<string, string[]>()

  beforeAll(async () => {
    const dependencies = Object.fromEntries(PACKAGES.map((name) => [name, '1.0.0']))
    plant({ 'package.json': JSON.stringify({ type: 'module', dependencies }) })
    for (const file of GROUND) plant({ [file]: 'export const ground = 1\n' })
    for (const name of PACKAGES)
      plant({
        [`node_modules/${name}/package.json`]: JSON.stringify({ name, version: '1.0.0', main: 'index.js' }),
        [`node_modules/${name}/index.js`]: '',
      })
    for (const [file, imported] of IMPORTS)
      plant({ [file]: `import * as it from '${imported}'\nexport default it\n` })
    plant({
      'core/round/a.ts': "import { b } from './b.ts'\nexport const a = () => b\n",
      'core/round/b.ts': "import { a } from './a.ts'\nexport const b = () => a\n",
    })
    const folders = ['core', 'contract', 'workers', 'engine', 'electron', 'hosts', 'renderer']
    const found = await cruise(folders, {
      ...laws.options,
      ruleSet: { forbidden: laws.forbidden ?? [] },
      validate: true,
      baseDir: planted,
    })
    if (typeof found.output === 'string') throw new Error(found.output)
    for (const { from, rule } of found.output.summary.violations)
      broken.set(from, [...(broken.get(from) ?? []), rule.name])
  })

  for (const [file, imported, law] of IMPORTS)
    test(`${dirname(file)} ${law === null ? 'may' : 'may not'} import ${imported}`, () => {
      if (law === null) expect(broken.get(file) ?? []).toEqual([])
      else expect(broken.get(file)).toContain(law)
    })

  test('a circle of imports is refused', () => {
    expect(broken.get('core/round/a.ts')).toContain('no-circular')
  })
})

describe('core cannot even name what it must not touch', () => {
  const compile = (text: string) => {
    const folder = mkdtempSync(join(planted, 'compile-'))
    cpSync(join(root, 'tsconfig.json'), join(folder, 'tsconfig.json'))
    mkdirSync(join(folder, 'core'))
    cpSync(join(root, 'core/tsconfig.json'), join(folder, 'core/tsconfig.json'))
    writeFileSync(join(folder, 'core', 'planted.ts'), text)
    const tsc = join(root, 'node_modules/typescript/bin/tsc')
    return spawnSync(process.execPath, [tsc, '-p', join(folder, 'core')], { encoding: 'utf8' })
  }

  test('plain arithmetic compiles', () => {
    expect(compile('export const twice = (x: number) => 2 * x\n').status).toBe(0)
  })

  test.each([
    ['window', 'export const w = window.innerWidth\n'],
    ['document', 'export const d = document.title\n'],
    ['process', 'export const p = process.argv\n'],
    ['fetch', "export const f = fetch('/')\n"],
    ['node:fs', "import { readFileSync } from 'node:fs'\nexport const r = readFileSync\n"],
  ])('%s does not compile', (name, text) => {
    const { status, stdout } = compile(text)
    expect(status).not.toBe(0)
    expect(stdout).toContain(`'${name}'`)
  })
})

describe('the shape of files', () => {
  const files = globSync(
    '{core,contract,workers,engine,electron,hosts,renderer,build,e2e,bench}/**/*.{ts,vue}',
    {
      cwd: root,
    },
  )
  const lines = (file: string) => readFileSync(join(root, file), 'utf8').split('\n').length - 1

  test('no file is named for what it is not', () => {
    const vague = /^(utils?|helpers?|common|managers?|misc|shared)\b|[-.](utils?|helpers?|manager)\b/i
    expect(
      files.filter((file) => vague.test(basename(file)) || /\/(utils|helpers|common)\//.test(file)),
    ).toEqual([])
  })

  test('nine files in ten have fewer than 200 lines, and none more than 350', () => {
    const sizes = files.map(lines)
    expect(files.filter((_, i) => (sizes[i] ?? 0) > 350)).toEqual([])
    expect(sizes.filter((size) => size >= 200).length).toBeLessThanOrEqual(sizes.length / 10)
  })
})

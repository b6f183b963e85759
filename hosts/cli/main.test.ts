import { spawn } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const program = fileURLToPath(new URL('../main.ts', import.meta.url))
const sample = (name: string) => fileURLToPath(new URL(`../../samples/${name}`, import.meta.url))
const faithful = sample('old-faithful.csv')

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'basin-cli-'))
  await symlink(faithful, join(folder, 'link.json'))
  await writeFile(join(folder, 's.json'), '{"labels": [1, 2]}')
})
afterAll(() => rm(folder, { recursive: true, force: true }))

interface Ran {
  status: number | null
  out: string
  err: string
}

/** Runs `basin` as a shell would; `onComplaint` may interrupt it as Ctrl+C does once it has first complained of something. */
function basin(args: string[], onComplaint?: (kill: () => void) => void): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let out = ''
    let err = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text))
    child.on('error', reject)
    child.on('close', (status) => resolve({ status, out, err }))
    if (onComplaint !== undefined) child.stderr.once('data', () => onComplaint(() => child.kill('SIGINT')))
  })
}

interface Report {
  format: string
  best: string | null
  data: { rowsUsed: number; columns: string[] }
  solutions: {
    id: string
    logLikelihood: number
    means: number[][]
    covariances: number[][][]
    hits: number
  }[]
  restarts: { status: string; trace: number[]; logLikelihood: number; iterations: number }[]
  timing?: object
}
const read = (text: string) => JSON.parse(text) as Report

describe('basin fit', () => {
  const asked = [
    'fit',
    faithful,
    '--components',
    '2',
    '--covariance',
    'full',
    '--restarts',
    '20',
    '--seed',
    '1',
  ]

  it('prints the report and nothing else, the same bytes but for the timing with one thread, two, and again', async () => {
    const options = [...asked, '--regularisation', '0', '--json', '--threads']
    const runs = [
      await basin([...options, '1']),
      await basin([...options, '2']),
      await basin([...options, '2']),
    ]
    const reports = runs.map(({ out }) => read(out))
    const [report] = reports
    expect(runs.map(({ status, err }) => [status, err])).toEqual([
      [0, ''],
      [0, ''],
      [0, ''],
    ])
    expect(report.format).toBe('basin.report')
    expect(report.solutions[0].logLikelihood).toBeCloseTo(-1130.26396, 5)
    expect(report.solutions[0]).toMatchObject({ id: report.best, hits: 20 })
    expect(report.solutions[0].covariances.map((matrix) => matrix.map((row) => row.length))).toEqual([
      [2, 2],
      [2, 2],
    ])
    expect(report.restarts).toHaveLength(20)
    for (const { trace, iterations, logLikelihood } of report.restarts) {
      expect(trace).toHaveLength(iterations)
      expect(trace.at(-1)).toBe(logLikelihood)
      trace.forEach(
        (value, t) => t > 0 && expect(value).toBeGreaterThanOrEqual(trace[t - 1] - 1e-10 * Math.abs(value)),
      )
    }
    const bytes = reports.map(({ timing: _, ...rest }) => JSON.stringify(rest))
    expect(bytes[1]).toBe(bytes[0])
    expect(bytes[2]).toBe(bytes[0])
  })

  it('writes a table for a person, with the best solution marked and no control characters', async () => {
    const { status, out, err } = await basin(asked)
    expect([status, err]).toEqual([0, ''])
    expect(out).toMatch(/old-faithful\.csv: 272 rows, 2 columns/)
    expect(out).toMatch(/^\* +VVV-2-A +VVV +2 +11 +-1130\.26\d\d +2322\.19\d +20 of 20$/m)
    expect(out).not.toContain('\u001b')
  })

  it('writes labels, report and model, and score takes the model up again', async () => {
    const outputs = ['--labels', 'l.csv', '--posteriors', '--report', 'r.json', '--model', 'm.json']
    const { status, out } = await basin([...asked, ...outputs])
    expect(status).toBe(0)
    expect(out).toMatch(
      /wrote l\.csv: 272 rows with cluster, uncertainty, log_density, posterior_1, posterior_2/,
    )
    const report = read(await readFile(join(folder, 'r.json'), 'utf8'))
    const labelled = await readFile(join(folder, 'l.csv'), 'utf8')
    const original = labelled
      .split('\n')
      .map((line) => line.split(',').slice(0, 2).join(','))
      .join('\n')
    expect(original).toBe(await readFile(faithful, 'utf8'))

    const scored = await basin([
      'score',
      'm.json',
      faithful,
      '--labels',
      'again.csv',
      '--posteriors',
      '--json',
    ])
    const score = JSON.parse(scored.out) as { logLikelihood: number; sizes: number[] }
    expect(scored.status).toBe(0)
    expect(score.logLikelihood).toBeCloseTo(report.solutions[0].logLikelihood, 8)
    expect(score.sizes).toEqual([175, 97])
    expect(await readFile(join(folder, 'again.csv'), 'utf8')).toBe(labelled)
  })

  it('asks by default for no more components than there are rows', async () => {
    await writeFile(join(folder, 'five.csv'), 'a,b\n1,2\n2,4\n4,1\n3.5,3\n5,2.5\n')
    const { status, out } = await basin(['fit', 'five.csv', '--restarts', '1', '--covariance', 'VII'])
    expect(status).toBe(0)
    expect(out).toMatch(/^5 restarts /m)
  })

  it('counts a single restart as one', async () => {
    const { out } = await basin(['fit', faithful, '--components', '1', '--restarts', '1'])
    expect(out).toMatch(/^1 restart \(1 converged\)/m)
  })

  it('takes a start from a file', async () => {
    await writeFile(
      join(folder, 'start.json'),
      JSON.stringify({ labels: Array.from({ length: 272 }, (_, i) => 1 + (i % 2)) }),
    )
    const { status, out } = await basin([
      'fit',
      faithful,
      '--start',
      'start.json',
      '--max-iterations',
      '1',
      '--regularisation',
      '0',
      '--json',
    ])
    const report = read(out)
    expect(status).toBe(0)
    expect(report.restarts).toMatchObject([{ status: 'iteration-limit', iterations: 1 }])
    expect(report.solutions[0].means).toHaveLength(2)
  })

  it.each([
    ['while restarts run', 3000, true],
    ['before any has begun', 0, false],
  ])(
    'stops at Ctrl+C with status 130 and still writes what was found: %s',
    async (_, milliseconds, found) => {
      // What it says of the grades comes after the file is open and before the first restart.
      await writeFile(
        join(folder, 'graded.csv'),
        (await readFile(faithful, 'utf8'))
          .trim()
          .split('\n')
          .map((line, row) => `${line},${row === 0 ? 'grade' : (row % 4) + 1}\n`)
          .join(''),
      )
      const long = ['--restarts', '5000', '--components', '1-9', '--json', '--report', 'stopped.json']
      const { status, out, err } = await basin(['fit', 'graded.csv', ...long], (kill) =>
        setTimeout(kill, milliseconds),
      )
      expect(status).toBe(130)
      expect(err).toMatch(/“grade” holds only/)
      expect(err).toMatch(/Stopped before the end/)
      const report = read(out)
      if (found) expect(report.best).not.toBeNull()
      expect(report.restarts).toHaveLength(45_000)
      expect(await readFile(join(folder, 'stopped.json'), 'utf8')).toBe(out)
    },
  )

  it('survives a reader that goes away', async () => {
    const child = spawn('sh', [
      '-c',
      `"${process.execPath}" "${program}" fit "${faithful}" --components 3-5 --json | head -c 10`,
    ])
    const err = await new Promise<string>((resolve) => {
      let text = ''
      child.stderr.setEncoding('utf8').on('data', (part: string) => (text += part))
      child.on('close', () => resolve(text))
    })
    expect(err).toBe('')
  })
})

describe('basin refuses', () => {
  it.each([
    ['no command', [], 2, /basin inspect FILE/],
    ['an unknown command', ['frob'], 2, /no command “frob”/],
    ['an unknown option', ['fit', faithful, '--frob'], 2, /no option --frob/],
    ['an option that is not there yet', ['fit', faithful, '--plot', 'x.svg'], 2, /--plot is not there yet/],
    [
      'an output that cannot be written',
      ['fit', faithful, '--labels', '/nowhere/x.csv'],
      2,
      /Nothing can be written/,
    ],
    ['an output over the input', ['fit', faithful, '--labels', faithful], 2, /is the file that is read/],
    ['more components than rows', ['fit', 'three.csv', '--components', '5'], 2, /only 3 rows/],
    ['a column that is not there', ['fit', faithful, '--columns', 'height'], 2, /no column “height”/],
    ['a missing file', ['fit', 'absent.csv'], 3, /no file “absent\.csv”/],
    ['a folder', ['inspect', '.'], 3, /folder/],
    ['to serve a missing file', ['serve', 'nowhere.csv', '--no-open'], 3, /no file “nowhere\.csv”/],
    ['to serve a folder', ['serve', '.', '--no-open'], 3, /is a folder/],
    [
      'an output over the input, by a link',
      ['fit', faithful, '--report', 'link.json'],
      2,
      /file that is read/,
    ],
    [
      'an output over the start',
      ['fit', faithful, '--start', 's.json', '--report', 's.json'],
      2,
      /file that is read/,
    ],
    ['an output over the model', ['score', 's.json', faithful, '--labels', 's.json'], 2, /file that is read/],
    ["a file without the model's columns", ['score', 'm.json', 'three.csv'], 3, /needs a column “height”/],
    ['an empty file', ['inspect', 'empty.csv'], 3, /empty/],
    ['a binary file', ['fit', 'binary.csv'], 3, /binary|PNG/],
    ['a file without numbers', ['fit', 'words.csv'], 3, /number/],
    ['a missing cell, where asked to', ['fit', 'gaps.csv', '--missing', 'error'], 3, /Line 3 .* “b”/],
  ])('%s, in words and without a trace of its insides', async (_, args, status, message) => {
    const one = { logLikelihood: -1, weights: [1], means: [[0]], covariances: [[[1]]] }
    await writeFile(join(folder, 'three.csv'), 'a,b\n1,2\n2,4\n4,1\n')
    await writeFile(join(folder, 'gaps.csv'), 'a,b\n1,2\n2,\n4,1\n')
    await writeFile(join(folder, 'empty.csv'), '')
    await writeFile(
      join(folder, 'm.json'),
      JSON.stringify({ format: 'basin.model', version: 1, columns: ['height'], covariance: 'VVV', ...one }),
    )
    await writeFile(join(folder, 'words.csv'), 'a,b\nx,y\nz,w\n')
    await writeFile(
      join(folder, 'binary.csv'),
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0]),
    )
    const ran = await basin(args)
    expect(ran.err).toMatch(message)
    expect(ran.err).not.toMatch(/\bat .*\.ts:\d+/)
    expect([ran.status, ran.out]).toEqual([status, ''])
  })

  it('a file it was asked to inspect as JSON, as JSON', async () => {
    const { status, out } = await basin(['inspect', 'absent.csv', '--json'])
    expect(status).toBe(3)
    expect(JSON.parse(out)).toMatchObject({ error: { code: 'file-missing', line: null, column: null } })
  })

  it('without leaving anything behind', async () => {
    expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([])
  })
})

describe('basin inspect', () => {
  it('prints the inspection as JSON', async () => {
    const { status, out } = await basin(['inspect', sample('iris.csv'), '--json'])
    const inspection = JSON.parse(out) as { columns: object[] }
    expect(status).toBe(0)
    expect(inspection).toMatchObject({
      format: 'basin.inspect',
      version: 1,
      rows: 150,
      delimiter: ',',
      header: true,
    })
    expect(inspection.columns[4]).toMatchObject({ name: 'species', type: 'text', use: false })
  })
})

describe('basin without a task', () => {
  it('gives its version and its help', async () => {
    expect((await basin(['--version'])).out).toMatch(/^basin \d+\.\d+\.\d+\n$/)
    const help = await basin(['fit', '--help'])
    expect([help.status, help.err]).toEqual([0, ''])
    expect(help.out).toMatch(/--reg-covar X/)
  })
})

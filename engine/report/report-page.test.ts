import { readFile } from 'node:fs/promises'
import { Window } from 'happy-dom'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Input } from '../../contract/schemas.ts'
import type { FitSummary } from '../../contract/views.ts'
import { formatFixed } from '../../contract/words/number.ts'
import { openBench, settingsOf, type Bench } from '../fixtures/bench.ts'

let bench: Bench
beforeAll(async () => {
  bench = await openBench()
})
afterAll(() => bench.close())

const EVENTS = /\son[a-z]+\s*=/i

/** The report as a browser sees it, once it is sure that nothing in it runs or is fetched. */
function read(html: string): Document {
  expect(html).not.toMatch(
    /<script|javascript:|https?:|@import|<iframe|<object|<embed|<link|<img|<base|<form/i,
  )
  const window = new Window({ settings: { enableJavaScriptEvaluation: false } })
  const document = new window.DOMParser().parseFromString(html, 'text/html') as unknown as Document
  for (const element of document.querySelectorAll('*'))
    for (const { name, value } of element.attributes) {
      expect(` ${name}=`).not.toMatch(EVENTS)
      expect(['src', 'action', 'xlink:href', 'style']).not.toContain(name)
      if (name === 'href') expect(value).toMatch(/^#[a-z-]+$/)
    }
  expect(
    document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content'),
  ).toContain("default-src 'none'")
  for (const { id } of document.querySelectorAll('[id]'))
    expect(document.querySelectorAll(`[id="${id}"]`)).toHaveLength(1)
  return document
}

const textOf = (document: Document) => (document.body.textContent ?? '').replace(/\s+/g, ' ')

async function report(asked: Input<'reportPage'>): Promise<Document> {
  return read((await bench.engine.reportPage(asked)).html)
}

async function fitSample(id: string, changes: Parameters<typeof settingsOf>[0]): Promise<FitSummary> {
  const { dataset } = await bench.openSample(id)
  return bench.engine.fit({ dataset, settings: settingsOf(changes) })
}

describe('the report of a fit', () => {
  it('tells a stranger what was done and found, in the numbers of the report for programs', async () => {
    const summary = await fitSample('iris', {
      columns: [0, 1, 2, 3],
      components: { from: 2, to: 3 },
      covariances: ['VVV', 'EEE'],
      restarts: 6,
    })
    const document = await report({ fit: summary.fit })
    const json = bench.target('iris.json')
    await bench.engine.exportReport({ fit: summary.fit, target: json.target })
    const told = JSON.parse(await readFile(json.path, 'utf8')) as {
      best: string
      solutions: { id: string; logLikelihood: number; bic: number; hits: number; weights: number[] }[]
    }
    const best = told.solutions.find(({ id }) => id === told.best)
    const text = textOf(document)
    expect(text).toContain(formatFixed(best?.logLikelihood ?? NaN, 4))
    expect(text).toContain(formatFixed(best?.bic ?? NaN, 3))
    for (const weight of best?.weights ?? []) expect(text).toContain(formatFixed(weight, 4))
    expect(text).toContain('24 starts over 4 models')
    expect(text).toContain(`${best?.hits} of its 6 starts reached it`)
    expect(document.querySelectorAll('h1')).toHaveLength(1)
    expect([...document.querySelectorAll('nav a')].map((link) => link.getAttribute('href'))).toEqual(
      [...document.querySelectorAll('section')].map(({ id }) => `#${id}`),
    )
    const pictures = [...document.querySelectorAll('svg')]
    expect(pictures.map((svg) => svg.parentElement?.id)).toEqual([
      'landscape-picture',
      'curves-picture',
      'criterion-picture',
      'plane-picture',
      'matrix-picture',
    ])
    for (const svg of pictures) {
      expect(svg.getAttribute('role')).toBe('img')
      expect(svg.querySelector('title')?.textContent).not.toBe('')
      expect(svg.parentElement?.querySelector('figcaption')?.textContent).not.toBe('')
      expect(svg.outerHTML).not.toMatch(/NaN|Infinity|undefined/)
    }
  })

  it('holds the model to the bit, and a command that begins it again', async () => {
    const summary = await fitSample('old-faithful', { restarts: 4 })
    const document = await report({ fit: summary.fit })
    const [command, model] = [...document.querySelectorAll('pre')].map(({ textContent }) => textContent ?? '')
    const { means } = JSON.parse(model) as { means: number[][] }
    const shown = await bench.engine.model({ fit: summary.fit, restart: summary.solutions[0].restarts[0] })
    expect(means.flat()).toEqual(Array.from(shown.means))
    expect(command).toContain('--restarts 4')
    expect(command).toContain('--seed 1')
  })

  it('tells of the restart that was chosen, with the names and colours that it has on the screen', async () => {
    const summary = await fitSample('old-faithful', { components: { from: 2, to: 3 }, restarts: 4 })
    const other = summary.solutions.find(({ id }) => id !== summary.best)
    const clusters = Array.from({ length: other?.components ?? 0 }, (_, k) => ({
      style: k + 4,
      name: k === 0 ? '<b>short & quick</b>' : '',
    }))
    const document = await report({ fit: summary.fit, restart: other?.restarts[0] ?? '', clusters })
    expect(textOf(document)).toContain('it was chosen by the person')
    expect(textOf(document)).toContain('<b>short & quick</b>')
    expect(document.querySelector('#solution .key')?.className).toBe('key c4')
    expect(textOf(document)).toContain('On the screen')
  })

  it('is written whole or not at all, and not over the data', async () => {
    const summary = await fitSample('old-faithful', { restarts: 2 })
    const out = bench.target('report.html')
    const written = await bench.engine.exportReportPage({ fit: summary.fit, target: out.target })
    expect(written).toMatchObject({ file: 'report.html', rows: 272 })
    read(await readFile(out.path, 'utf8'))
    const signal = AbortSignal.abort()
    const gone = bench.target('cancelled.html')
    await expect(
      bench.engine.exportReportPage({ fit: summary.fit, target: gone.target }, { signal }),
    ).rejects.toMatchObject({ code: 'cancelled' })
    await expect(readFile(gone.path)).rejects.toMatchObject({ code: 'ENOENT' })
  })
})

describe('kinds of fits', () => {
  it('one column has a histogram with the densities of the components', async () => {
    const summary = await fitSample('old-faithful', { columns: [0], restarts: 3 })
    const document = await report({ fit: summary.fit })
    expect(document.querySelector('#plane-picture title')?.textContent).toMatch(/^Histogram of/)
  })

  it('noise, weights, and a label beside them', async () => {
    const rows = Array.from({ length: 90 }, (_, i) => {
      const far = i % 2 === 0 ? 0 : 12
      return [far + Math.sin(i * 7), far + Math.cos(i * 5), 1 + (i % 3), i % 2 === 0 ? 'low' : 'high'].join(
        ',',
      )
    })
    const { dataset } = await bench.openText('weights.csv', `x,y,w,kind\n${rows.join('\n')}\n0,0,0,low\n`)
    const settings = settingsOf({ noise: true, weights: { column: 2, kind: 'frequency' } })
    const summary = await bench.engine.fit({ dataset, settings })
    const text = textOf(await report({ fit: summary.fit, known: 3 }))
    expect(text).toContain('noise (label 0)')
    expect(text).toContain('The sum of the frequencies in w')
    expect(text).toContain('1 with a weight of 0 or none left out')
    expect(text).toContain('beside the known label kind')
    expect(text).toContain('Banfield & Raftery 1993')
  })

  it('gaps, merged components, stability and a test', async () => {
    const rows = Array.from(
      { length: 60 },
      (_, i) => `${i % 2 === 0 ? '' : i % 7},${(i % 5) + (i % 3) * 9 + i / 90}`,
    )
    const { dataset } = await bench.openText('gaps.csv', `x,y\n${rows.join('\n')}\n`)
    const settings = settingsOf({ missing: 'em', regularisation: { kind: 'relative', value: 1e-6 } })
    const summary = await bench.engine.fit({ dataset, settings })
    const stability = {
      scheme: 'bootstrap',
      models: 'cell',
      asked: 20,
      done: 20,
      without: 0,
      restarts: 5,
      clusters: [
        { mean: 0.9, grade: 'highly-stable', dissolved: 0 },
        { mean: 0.4, grade: 'dissolved', dissolved: 18 },
      ],
      chosen: [],
    } as const
    const ratioTest = { components: 2, statistic: 3.2, p: 0.31, samples: 99, exceedances: 30, early: false }
    const document = await report({
      fit: summary.fit,
      merged: 1,
      stability: { ...stability, clusters: [...stability.clusters], chosen: [] },
      ratioTest,
    })
    const text = textOf(document)
    expect(text).toContain('of those used lack some values')
    expect(text).toContain('merged into 1 cluster')
    expect(text).toContain('dissolved')
    expect(text).toContain('p = 0.31')
    expect(text).toContain('Ghahramani & Jordan 1994')
  })

  it('a fit without a usable model says so and why', async () => {
    const rows = Array.from({ length: 30 }, (_, i) => `${i % 6},${(i % 6) ** 2}`)
    const { dataset } = await bench.openText('few.csv', `x,y\n${rows.join('\n')}\n`)
    const settings = settingsOf({ components: { from: 5, to: 5 }, restarts: 2 })
    const summary = await bench.engine.fit({ dataset, settings })
    expect(summary.best).toBeNull()
    const text = textOf(await report({ fit: summary.fit }))
    expect(text).toContain('No start gave a usable model')
    expect(text).toContain('2 collapsed')
  })
})

describe('hostile names', () => {
  it('of columns, categories and files are text, and hide nothing', async () => {
    const evil = '<script>alert(1)</script>"\u202e\u0007=cmd'
    const rows = Array.from(
      { length: 40 },
      (_, i) => `${i % 2 === 0 ? 0 : 9}.${i},${i % 5},"</style><b>${i % 2}"`,
    )
    const { dataset } = await bench.openText(
      '</title><img src=x onerror=alert(1)>.csv'.replaceAll('/', '_'),
      `"${evil.replaceAll('"', '""')}",y,"javascript:alert(1)"\n${rows.join('\n')}\n`,
    )
    const summary = await bench.engine.fit({ dataset, settings: settingsOf({ restarts: 2 }) })
    const { html } = await bench.engine.reportPage({ fit: summary.fit, known: 2 })
    expect(html).not.toMatch(/[\u202e\u0007]/)
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(html).toContain('&lt;/style&gt;&lt;b&gt;')
    read(html.replaceAll('javascript:alert(1)', ''))
  })
})

it('what the page tells is checked at the door', async () => {
  const summary = await fitSample('old-faithful', { restarts: 1 })
  const asked = {
    fit: summary.fit,
    ratioTest: { components: 2, statistic: 1, p: 7, samples: 19, exceedances: 1, early: false },
  }
  await expect(bench.engine.reportPage(asked)).rejects.toMatchObject({ code: 'invalid-input' })
  const named = { fit: summary.fit, clusters: [{ style: 0, name: 'x'.repeat(2000) }] }
  await expect(bench.engine.reportPage(named)).rejects.toMatchObject({ code: 'invalid-input' })
})

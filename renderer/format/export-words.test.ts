import { describe, expect, it } from 'vitest'
import { describeExport, suggestName } from './export-words.ts'

describe('names and words of exports', () => {
  it.each([
    ['old-faithful.csv', 'labelled', 'csv', 'old-faithful-labelled.csv'],
    ['data.2024.tsv', 'labelled', 'csv', 'data.2024-labelled.tsv'],
    ['data.tsv', 'report', 'json', 'data-report.json'],
    ['data.csv.gz', 'labelled', 'csv', 'data-labelled.csv'],
    ['data.csv', 'fit', 'py', 'data-fit.py'],
    ['data.csv', 'fit', 'r', 'data-fit.R'],
    ['a\\b: "c"?.csv', 'labelled', 'csv', 'a_b_ _c__-labelled.csv'],
    [`${'x'.repeat(240)}.csv`, 'labelled', 'csv', `${'x'.repeat(70)}-labelled.csv`],
    ['.csv', 'report', 'json', 'csv-report.json'],
    ['noending', 'clusters', 'png', 'noending-clusters.png'],
  ] as const)('%s, %s, %s', (file, suffix, kind, name) => {
    expect(suggestName(file, suffix, kind)).toBe(name)
  })

  it('says which names were taken', () => {
    const warnings = [{ code: 'name-taken' as const, message: 'The file has a column “cluster” already.' }]
    const csv = { file: 'a.csv', rows: 1, bytes: 9, added: ['cluster_2'], warnings }
    expect(describeExport(csv)).toMatch(/cluster_2 added\. The file has a column “cluster” already\.$/)
  })

  it('says what was written and which columns were added', () => {
    const csv = { file: 'a.csv', rows: 272, bytes: 9000, added: ['cluster', 'uncertainty'], warnings: [] }
    expect(describeExport(csv)).toBe('Wrote a.csv: 272 rows, with the columns cluster, uncertainty added.')
    expect(describeExport({ file: 'a.png', rows: 0, bytes: 120_400, added: [], warnings: [] })).toBe(
      'Wrote a.png (120 kB).',
    )
  })
})

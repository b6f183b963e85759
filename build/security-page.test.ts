import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const text = (file: string) => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8')

interface Lock {
  packages: Record<string, { integrity?: string; hasInstallScript?: boolean; version?: string }>
}
const packages = Object.entries((JSON.parse(text('package-lock.json')) as Lock).packages).filter(
  ([place]) => place !== '',
)

test('every threat of the security page has a test, and each test that it names is there', () => {
  const rows = text('docs/security.md')
    .split('\n')
    .filter((line) => line.startsWith('| ') && !/^\| (Who|---)/.test(line))
    .map((line) => line.split('|').at(-2)?.trim() ?? '')
  const named = rows.map((cell) => /^`([^`]+)`: (.+)$/.exec(cell)?.slice(1) ?? [cell, ''])
  expect(named.length).toBeGreaterThan(15)
  expect(named.filter(([file, name]) => !existsSync(file) || !text(file).includes(name))).toEqual([])
})

test('every package is pinned to its content', () => {
  const loose = packages.filter(([, { integrity }]) => integrity?.startsWith('sha512-') !== true)
  expect(loose.map(([place]) => place)).toEqual([])
  expect(packages.length).toBeGreaterThan(100)
})

test('install scripts are those that are known', () => {
  const scripts = packages.filter(([, { hasInstallScript }]) => hasInstallScript === true)
  const { allowScripts } = JSON.parse(text('package.json')) as { allowScripts: Record<string, boolean> }
  expect(scripts.map(([place]) => place.replace('node_modules/', '')).sort()).toEqual(
    Object.keys(allowScripts).sort(),
  )
})

import { expect, test } from 'vitest'
import { shippedPackages } from '../licences.ts'
import { billOfMaterials } from './bill-of-materials.ts'
import { readLock } from './package-lock.ts'

const lock = readLock(`${import.meta.dirname}/../../`)
const subject = { name: 'basin', version: '1.2.3', licence: 'MIT', built: '2026-01-02T03:04:05.000Z' }
const packages = shippedPackages({
  'node_modules/@vue/shared': ['the page'],
  'node_modules/echarts': ['the page'],
})
const bill = () => billOfMaterials(subject, packages, (folder) => lock[folder]?.integrity)

test('the bill has what CycloneDX requires of one', () => {
  const { bomFormat, specVersion, serialNumber, version, metadata } = bill()
  expect({ bomFormat, specVersion, version }).toEqual({
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
  })
  expect(serialNumber).toMatch(
    /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  )
  expect(metadata.component).toMatchObject({ type: 'application', name: 'basin', version: '1.2.3' })
  expect(new Date(metadata.timestamp).toISOString()).toBe(subject.built)
})

test('each component has a type, a name, a version, a licence, an address and the hash of its archive', () => {
  const { components } = bill()
  for (const component of components) {
    expect(component.type).toMatch(/^(library|framework)$/)
    expect(component.name).not.toMatch(/^@|\//)
    expect(component.purl).toMatch(/^pkg:npm\/(%40[\w-]+\/)?[\w.-]+@\d+\.\d+\.\d+/)
    expect(component.licenses[0]?.license.id).toBeTruthy()
    expect(component.hashes?.[0]?.content).toMatch(/^[0-9a-f]{128}$/)
  }
  const shared = components.find(({ name }) => name === 'shared')
  expect(shared?.group).toBe('@vue')
  expect(shared?.purl).toBe(`pkg:npm/%40vue/shared@${shared?.version}`)
})

test('what runs beside the bundles, Electron and what is bundled are all in it, once', () => {
  const { components, dependencies } = bill()
  const refs = components.map((component) => component['bom-ref'])
  expect(new Set(refs).size).toBe(refs.length)
  const names = components.map(({ name }) => name)
  expect(names).toEqual(expect.arrayContaining(['electron', 'piscina', 'nice', 'echarts', 'shared']))
  expect(dependencies.map(({ ref }) => ref)).toEqual(['pkg:npm/basin@1.2.3', ...refs])
})

test('the same content has the same serial number, and other content another', () => {
  expect(bill().serialNumber).toBe(bill().serialNumber)
  const fewer = billOfMaterials(subject, packages.slice(1), () => undefined)
  expect(fewer.serialNumber).not.toBe(bill().serialNumber)
  expect(fewer.components.every((component) => !('hashes' in component))).toBe(true)
})

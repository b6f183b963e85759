import { describe, expect, it } from 'vitest'
import { NOISE } from '../../contract/noise-label.ts'
import { wornBy } from './colouring.ts'
import { clusterStyle, CLUSTER_SYMBOLS } from './palette.ts'
import { LIGHT } from './theme.ts'

describe('noise', () => {
  it('wears a grey cross, which no cluster does, behind the looks of the clusters', () => {
    const labels = Uint8Array.of(1, NOISE, 0)
    const { of, looks } = wornBy({ kind: 'cluster' }, labels, clusterStyle, LIGHT)
    expect([...(of ?? [])]).toEqual([1, 2, 0])
    expect(looks).toHaveLength(3)
    expect(looks[2]?.symbol).toBe('cross')
    expect(CLUSTER_SYMBOLS).not.toContain('cross')
  })

  it('is looked for once in the same labels, so that what they wear is not painted again', () => {
    const labels = Uint8Array.of(1, NOISE, 0)
    const wear = () => wornBy({ kind: 'cluster' }, labels, clusterStyle, LIGHT).of
    expect(wear()).toBe(wear())
  })

  it('changes nothing where there is none', () => {
    const labels = Uint8Array.of(1, 0)
    expect(wornBy({ kind: 'cluster' }, labels, clusterStyle, LIGHT).of).toBe(labels)
  })
})

import { EventEmitter } from 'node:events'
import type { MessagePortMain, UtilityProcess } from 'electron'
import { describe, expect, it, vi } from 'vitest'
import type { ToEngine } from './control.ts'
import { createEngineProcess } from './engine-process.ts'

class FakeChild extends EventEmitter {
  told: ToEngine[] = []
  ports: unknown[] = []
  killed = false
  acknowledges: boolean

  constructor(acknowledges: boolean) {
    super()
    this.acknowledges = acknowledges
  }

  postMessage(message: ToEngine, transfer: unknown[] = []): void {
    this.told.push(message)
    this.ports.push(...transfer)
    if (message.kind === 'port' || !this.acknowledges) return
    queueMicrotask(() => this.emit('message', { kind: 'granted', id: message.id }))
  }

  kill(): boolean {
    this.killed = true
    this.emit('exit', 15)
    return true
  }
}

function setUp(acknowledges = true) {
  const children: FakeChild[] = []
  const gone = vi.fn()
  let lastId = 0
  const engine = createEngineProcess({
    fork: () => {
      const child = new FakeChild(acknowledges)
      children.push(child)
      return child as unknown as UtilityProcess
    },
    newChannel: () => ({
      port1: 'engine' as unknown as MessagePortMain,
      port2: 'page' as unknown as MessagePortMain,
    }),
    newId: () => `id-${++lastId}`,
    onGone: gone,
  })
  return { engine, children, gone }
}

describe('grants', () => {
  it('give the page an id and a name, and the engine the path', async () => {
    const { engine, children } = setUp()
    expect(await engine.grantFile('/home/ana/a.csv')).toEqual({ grant: 'id-1', name: 'a.csv' })
    expect(await engine.grantTarget('/home/ana/b.csv')).toEqual({ target: 'id-2', name: 'b.csv' })
    expect(children[0]?.told).toEqual([
      { kind: 'file', id: 'id-1', path: '/home/ana/a.csv' },
      { kind: 'target', id: 'id-2', path: '/home/ana/b.csv' },
    ])
  })

  it('are not given out before the engine has acknowledged them', async () => {
    const { engine, children } = setUp(false)
    const granted = vi.fn()
    void engine.grantFile('/a.csv').then(granted)
    await new Promise(setImmediate)
    expect(granted).not.toHaveBeenCalled()
    children[0]?.emit('message', { kind: 'granted', id: 'id-1' })
    await new Promise(setImmediate)
    expect(granted).toHaveBeenCalledOnce()
  })

  it('are refused in words when the engine ends while they wait', async () => {
    const { engine, children } = setUp(false)
    const waiting = engine.grantFile('/a.csv')
    children[0]?.emit('exit', 139)
    await expect(waiting).rejects.toMatchObject({ code: 'engine-died' })
  })
})

describe('the engine’s process', () => {
  it('gets one end of a channel and the page the other', () => {
    const { engine, children } = setUp()
    expect(engine.connect()).toBe('page')
    expect(children[0]?.ports).toEqual(['engine'])
  })

  it('is missed out loud when it ends by itself, and then gives no port', () => {
    const { engine, children, gone } = setUp()
    children[0]?.emit('exit', 5)
    expect(gone).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('exit code 5'))
    expect(() => engine.connect()).toThrow(/not running/)
  })

  it('knows every grant again after a restart', async () => {
    const { engine, children, gone } = setUp()
    await engine.grantFile('/a.csv')
    children[0]?.emit('exit', 5)
    await engine.restart()
    expect(children[1]?.told).toEqual([{ kind: 'file', id: 'id-1', path: '/a.csv' }])
    expect(engine.connect()).toBe('page')
    expect(gone).toHaveBeenCalledOnce()
  })

  it('is ended without alarm when asked to stop', () => {
    const { engine, children, gone } = setUp()
    engine.stop()
    expect(children[0]?.killed).toBe(true)
    expect(gone).not.toHaveBeenCalled()
  })
})

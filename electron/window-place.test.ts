import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { keepPlace, placeWindow, readPlace, type WindowPlace } from './window-place.ts'

const main = { x: 0, y: 0, width: 1920, height: 1080 }
const right = { x: 1920, y: 0, width: 1600, height: 900 }
const last: WindowPlace = { x: 2000, y: 60, width: 1300, height: 800, maximised: false }

describe('a window', () => {
  it('opens where the last one was closed', () => {
    expect(placeWindow(last, false, [main, right])).toEqual({ x: 2000, y: 60, width: 1300, height: 800 })
  })

  it('keeps its size and not its place where that display is gone', () => {
    expect(placeWindow(last, false, [main])).toEqual({ width: 1300, height: 800 })
  })

  it('of a larger display that is gone is no larger than the main one', () => {
    const large = { ...last, width: 3000, height: 1600 }
    expect(placeWindow(large, false, [main])).toEqual({ width: 1920, height: 1080 })
  })

  it('whose bar is above every display can still be moved by hand', () => {
    expect(placeWindow({ ...last, x: 100, y: -300 }, false, [main])).toEqual({ width: 1300, height: 800 })
  })

  it('is no larger than its display, and no smaller than it can be used', () => {
    expect(placeWindow({ ...last, x: 0, width: 5000, height: 10 }, false, [main])).toEqual({
      x: 0,
      y: 60,
      width: 1920,
      height: 700,
    })
  })

  it('stands a step from the one that is there already', () => {
    const { x, y } = placeWindow(last, true, [main, right])
    expect([x, y]).toEqual([2028, 88])
  })

  it('has the usual size at the first start', () => {
    expect(placeWindow(null, false, [main])).toEqual({ width: 1440, height: 900 })
  })
})

it('a place is read as it was kept, and one that Basin did not write is none', () => {
  const folder = mkdtempSync(join(tmpdir(), 'basin-place-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'new', 'window.json')
  expect(readPlace(file)).toBeNull()
  keepPlace(file, last)
  expect(readPlace(file)).toEqual(last)
  writeFileSync(file, '{"x": "left"}')
  expect(readPlace(file)).toBeNull()
})

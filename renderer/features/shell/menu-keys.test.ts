import { expect, it } from 'vitest'
import { menuOfLetter, pressInBar, type BarPlace } from './menu-keys.ts'

const menus = [
  { letter: 'F', labels: ['Open CSV…', 'Open sample…', 'Save session'] },
  { letter: 't', labels: ['Run', 'Stop'] },
]
const press = (place: BarPlace, key: string) => pressInBar(place, key, menus)
const to = (menu: number, item: number | null) => ({ place: { menu, item } })

it.each([
  ['ArrowRight', to(1, null)],
  ['ArrowLeft', to(1, null)],
  ['End', to(1, null)],
  ['ArrowDown', to(0, 0)],
  ['Enter', to(0, 0)],
  ['ArrowUp', to(0, 2)],
  ['T', to(1, 0)],
  ['Escape', { place: null }],
  ['Tab', { place: null }],
  ['x', undefined],
])('on the bar, %s', (key, outcome) => {
  expect(press({ menu: 0, item: null }, key)).toEqual(outcome)
})

it.each([
  ['ArrowDown', to(0, 2)],
  ['ArrowUp', to(0, 0)],
  ['Home', to(0, 0)],
  ['End', to(0, 2)],
  ['ArrowRight', to(1, 0)],
  ['ArrowLeft', to(1, 0)],
  ['Escape', to(0, null)],
  ['Enter', 'choose'],
  [' ', 'choose'],
  ['Tab', { place: null }],
  ['q', undefined],
])('in an open menu, %s', (key, outcome) => {
  expect(press({ menu: 0, item: 1 }, key)).toEqual(outcome)
})

it('a letter goes to the next item that begins with it, and round again', () => {
  expect(press({ menu: 0, item: 0 }, 'o')).toEqual(to(0, 1))
  expect(press({ menu: 0, item: 1 }, 'o')).toEqual(to(0, 0))
  expect(press({ menu: 0, item: 1 }, 'S')).toEqual(to(0, 2))
})

it('arrows go round at both ends of a menu', () => {
  expect(press({ menu: 0, item: 2 }, 'ArrowDown')).toEqual(to(0, 0))
  expect(press({ menu: 0, item: 0 }, 'ArrowUp')).toEqual(to(0, 2))
})

it('each menu is found by its letter alone', () => {
  expect(menuOfLetter('f', menus)).toBe(0)
  expect(menuOfLetter('o', menus)).toBe(-1)
})

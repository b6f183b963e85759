import { expect, it } from 'vitest'
import { createDesks } from './desks.ts'

const desk = (name: string, free: boolean) => ({ name, free })

it('a file from outside opens where nothing is open, and never in place of another', () => {
  const desks = createDesks<{ name: string; free: boolean }>()
  expect(desks.forFile()).toBeNull()
  const [empty, busy] = [desk('empty', true), desk('busy', false)]
  desks.add(empty)
  desks.add(busy)
  expect(desks.front()).toBe(busy)
  expect(desks.forFile()).toBe(empty)
  desks.remove(empty)
  expect(desks.forFile()).toBeNull()
})

it('of several empty windows the one in front takes it', () => {
  const desks = createDesks<{ name: string; free: boolean }>()
  const [first, second] = [desk('first', true), desk('second', true)]
  desks.add(first)
  desks.add(second)
  expect(desks.forFile()).toBe(second)
  desks.toFront(first)
  expect(desks.forFile()).toBe(first)
})

it('the window in front is the one that was there before, once it closes', () => {
  const desks = createDesks<{ name: string; free: boolean }>()
  const [first, second] = [desk('first', false), desk('second', false)]
  desks.add(first)
  desks.add(second)
  desks.remove(second)
  expect(desks.front()).toBe(first)
  desks.toFront(second)
  expect(desks.front()).toBe(first)
})

import type { MenuItemConstructorOptions } from 'electron'
import { expect, it, vi } from 'vitest'
import type { Command } from '../contract/host.ts'
import { planMenu } from './menu.ts'

const flat = (items: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
  items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])])
const plan = (mac: boolean, send = vi.fn(), about = vi.fn()) => flat(planMenu({ mac, send, about }))
const click = (item: MenuItemConstructorOptions | undefined) => (item?.click as () => void)()

const COMMANDS: Command[] = [
  ...(['save-session', 'save-session-as'] as const),
  ...([
    'open',
    'samples',
    'import',
    'run',
    'stop',
    'export',
    'save-picture',
    'glossary',
    'shortcuts',
  ] as const),
  ...(['view-1', 'view-2', 'view-3', 'view-4', 'view-5'] as const),
]

it.each(COMMANDS)('sends the page the command %s from the item of that id', (command) => {
  const send = vi.fn()
  click(plan(false, send).find((item) => item.id === command))
  expect(send).toHaveBeenCalledExactlyOnceWith(command)
})

it('has no two items on one key', () => {
  const keys = plan(false).flatMap((item) => item.accelerator ?? [])
  expect(new Set(keys).size).toBe(keys.length)
})

it('leaves Esc and ? to the page', () => {
  for (const item of plan(false).filter(({ accelerator }) => accelerator === 'Escape' || accelerator === '?'))
    expect(item.registerAccelerator).toBe(false)
  expect(plan(true).filter(({ accelerator }) => accelerator === 'Escape' || accelerator === '?')).toEqual([])
})

it('offers to quit on every system', () => {
  expect(plan(false).some(({ role }) => role === 'quit')).toBe(true)
  expect(plan(true).some(({ role }) => role === 'appMenu')).toBe(true)
})

import type { MenuItemConstructorOptions } from 'electron'
import { expect, it, vi } from 'vitest'
import { german } from '../contract/languages/german.ts'
import { commandsOf } from '../contract/menu.ts'
import { speak } from '../contract/words/say.ts'
import { isEnabled, planMenu } from './menu.ts'

const flat = (items: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
  items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])])
const plan = (mac: boolean, send = vi.fn(), about = vi.fn()) =>
  flat(planMenu({ platform: mac ? 'darwin' : 'linux', send, about }))
/** The lines of one menu, by what they do. */
const lines = (platform: NodeJS.Platform, at: number) => {
  const { submenu } = planMenu({ platform, send: vi.fn(), about: vi.fn() }).at(at) ?? {}
  const items = Array.isArray(submenu) ? submenu : []
  return items.map(({ id, role, type }) => id ?? role ?? type)
}
const click = (item: MenuItemConstructorOptions | undefined) => (item?.click as () => void)()

it.each(commandsOf('electron').map(({ command }) => command))(
  'sends the page the command %s from the item of that id',
  (command) => {
    const send = vi.fn()
    click(plan(false, send).find((item) => item.id === command))
    expect(send).toHaveBeenCalledExactlyOnceWith(command)
  },
)

it('has no two items on one key', () => {
  const keys = plan(false).flatMap((item) => item.accelerator ?? [])
  expect(new Set(keys).size).toBe(keys.length)
})

it('leaves Esc, F1 and ? to the page, and what fields of text undo to them', () => {
  const keys = ['Escape', 'F1', '?', 'CmdOrCtrl+Z']
  const held = (mac: boolean) => plan(mac).filter(({ accelerator }) => keys.includes(accelerator ?? ''))
  expect(held(false).map(({ registerAccelerator }) => registerAccelerator)).toEqual(keys.map(() => false))
  expect(held(true).map(({ accelerator }) => accelerator)).toEqual(['CmdOrCtrl+Z'])
})

it('offers to quit on every system', () => {
  expect(plan(false).some(({ role }) => role === 'quit')).toBe(true)
  expect(plan(true).some(({ role }) => role === 'appMenu')).toBe(true)
})

it('puts the menus where macOS has them', () => {
  const bar = planMenu({ platform: 'darwin', send: vi.fn(), about: vi.fn() })
  expect(bar.map(({ role, label }) => role ?? label)).toEqual([
    'appMenu',
    '&File',
    '&Edit',
    '&View',
    'Fi&t',
    'windowMenu',
    'help',
  ])
})

it('has what is the application’s on macOS in its menu, and there alone', () => {
  expect(lines('darwin', 0).slice(0, 6)).toEqual([
    'about',
    'separator',
    'preferences',
    'separator',
    'services',
    'separator',
  ])
  expect(lines('darwin', 1).at(-1)).toBe('close')
  expect(lines('darwin', 2).at(-1)).toBe('copy-table')
  expect(lines('darwin', -1).at(-1)).toBe('cite')
})

it.each(['win32', 'linux'] as const)('has each of them in its place on %s', (platform) => {
  expect(lines(platform, 0).slice(-2)).toEqual(['close', 'quit'])
  expect(lines(platform, 1).slice(-2)).toEqual(['separator', 'preferences'])
  expect(lines(platform, -1).at(-1)).toBe('about')
})

it('shows the keys by which each system does again what was undone', () => {
  const keysOf = (platform: NodeJS.Platform) =>
    flat(planMenu({ platform, send: vi.fn(), about: vi.fn() })).find(({ id }) => id === 'redo')?.accelerator
  expect([keysOf('win32'), keysOf('linux'), keysOf('darwin')]).toEqual([
    'Ctrl+Y',
    'CmdOrCtrl+Shift+Z',
    'CmdOrCtrl+Shift+Z',
  ])
})

it('zooms by the number pad, and by the key of + without Shift', () => {
  const zooms = plan(false).filter(({ role }) => role === 'zoomIn' || role === 'zoomOut')
  const seen = ({ visible }: MenuItemConstructorOptions) => visible !== false
  expect(zooms.filter(seen).map(({ role }) => role)).toEqual(['zoomIn', 'zoomOut'])
  expect(zooms.map(({ role, accelerator }) => `${role} ${accelerator}`)).toEqual(
    expect.arrayContaining(['zoomIn CmdOrCtrl+=', 'zoomIn CmdOrCtrl+numadd', 'zoomOut CmdOrCtrl+numsub']),
  )
})

it('speaks the language that is spoken when it is made, roles too, and keeps the place of the help', () => {
  speak('de', german)
  const bar = planMenu({ platform: 'darwin', send: vi.fn(), about: vi.fn() })
  speak('en', {})
  expect(bar.at(-1)).toMatchObject({ label: '&Hilfe', role: 'help' })
  const lines = flat(bar).filter(({ type }) => type !== 'separator')
  const labels = lines.map(({ label }) => label)
  expect(labels).toEqual(expect.arrayContaining(['&Datei', 'CSV öffnen…', 'Kopieren', 'Basin beenden']))
  expect(lines.filter(({ label }) => label === undefined).map(({ role }) => role)).toEqual(['appMenu'])
})

it('shows what can be done in the window in front, and with none what needs none', () => {
  const shown = (disabled: Parameters<typeof isEnabled>[0]) => Object.fromEntries(isEnabled(disabled))
  expect(shown(['run', 'undo'])).toMatchObject({ run: false, open: true, undo: true })
  expect(shown(null)).toMatchObject({
    run: false,
    undo: false,
    open: true,
    preferences: true,
    'new-window': true,
  })
})

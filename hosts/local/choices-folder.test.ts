import { join } from 'node:path'
import { expect, it } from 'vitest'
import { choicesFolder } from './choices-folder.ts'

it.each([
  ['linux', {}, ['home', '.config', 'Basin']],
  ['linux', { XDG_CONFIG_HOME: 'settings' }, ['settings', 'Basin']],
  ['darwin', { XDG_CONFIG_HOME: 'settings' }, ['home', 'Library', 'Application Support', 'Basin']],
  ['win32', { APPDATA: 'roaming' }, ['roaming', 'Basin']],
  ['win32', {}, ['home', 'AppData', 'Roaming', 'Basin']],
])('choices are kept where %s keeps settings', (platform, env, parts) => {
  expect(choicesFolder(platform, env, 'home')).toBe(join(...parts))
})

import { join } from 'node:path'

/** Where the system keeps a person's settings for Basin: the folder that the desktop program uses, too. */
export function choicesFolder(
  platform: string,
  env: Record<string, string | undefined>,
  home: string,
): string {
  if (platform === 'win32') return join(env['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'Basin')
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Basin')
  return join(env['XDG_CONFIG_HOME'] ?? join(home, '.config'), 'Basin')
}

import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * In place of the tools that electron-builder fetches to make installers: these keep what they are given, so that it can
 * be looked into. `appImage` will hold what the AppImage has in it, `deb` the files that the deb has besides the program,
 * its scripts, and the words that fpm was called with.
 */
export function placeInstallerTools(folder: string) {
  const appImage = join(folder, 'AppImage')
  const deb = join(folder, 'deb')
  const tools = join(folder, 'tools')
  mkdirSync(join(tools, 'lib/x64'), { recursive: true })
  mkdirSync(deb)
  const place = (file: string, ...lines: string[]) => {
    mkdirSync(dirname(join(tools, file)), { recursive: true })
    writeFileSync(join(tools, file), ['#!/bin/sh', ...lines, ''].join('\n'), { mode: 0o755 })
  }
  place('linux-x64/mksquashfs', `cp -a "$1" '${appImage}' && : > "$2"`)
  place('linux-x64/desktop-file-validate')
  place('runtime-x64')
  place(
    'fpm',
    `cd '${deb}' && printf '%s\\n' "$@" > words`,
    'while [ $# -gt 0 ]; do',
    '  case $1 in',
    '    --after-install) cp "$2" postinst ;;',
    '    --after-remove) cp "$2" postrm ;;',
    '    /*.*=/usr/*) to=${1#*=/}; mkdir -p "${to%/*}"; cp "${1%%=*}" "$to" ;;',
    '  esac',
    '  shift',
    'done',
  )
  const env = { APPIMAGE_TOOLS_PATH: tools, CUSTOM_FPM_PATH: join(tools, 'fpm') }
  return { env, appImage, deb }
}

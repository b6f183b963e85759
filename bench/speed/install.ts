import { spawnSync } from 'node:child_process'

/** Debian's packages that the peers need. */
const PACKAGES = [
  'python3-sklearn',
  'r-base-core',
  'r-cran-mclust',
  'libarmadillo-dev',
  'libopenblas-dev',
  'gcc',
  'g++',
]

/** Installs the packages that are missing, and says so. */
export function installPeers(say: (text: string) => void, packages: readonly string[] = PACKAGES): void {
  const missing = packages.filter((name) => {
    const { stdout } = spawnSync('dpkg-query', ['-W', '-f=${Status}', name], { encoding: 'utf8' })
    return stdout !== 'install ok installed'
  })
  if (missing.length === 0) return say(`Peers: ${packages.join(', ')} are installed.`)
  say(`Peers: installing ${missing.join(', ')} by apt-get.`)
  const run = (...words: string[]) => spawnSync('apt-get', words, { stdio: ['ignore', 2, 2] }).status === 0
  if (!run('update') || !run('install', '-y', '--no-install-recommends', ...missing))
    throw new Error(`apt-get could not install ${missing.join(', ')}: install them by hand.`)
}

type Environment = Readonly<Record<string, string | undefined>>

/** How installers are made: what electron-builder is told, and what is said about it. */
export interface Distribution {
  /** One line for the log: whether what is made is signed, and by what means. */
  signing: string
  updates: string
  /** Further words of electron-builder's command line. */
  parameters: string[]
  /** Names that must not reach electron-builder: an empty secret is none. */
  without: string[]
}

const CERTIFICATE_NAMES = ['CSC_LINK', 'CSC_KEY_PASSWORD', 'CSC_NAME', 'WIN_CSC_LINK', 'WIN_CSC_KEY_PASSWORD']
const MAC_CERTIFICATES = ['CSC_LINK', 'CSC_NAME']
const BY_KEY = ['APPLE_API_KEY', 'APPLE_API_KEY_ID', 'APPLE_API_ISSUER']
const BY_PASSWORD = ['APPLE_ID', 'APPLE_APP_SPECIFIC_PASSWORD', 'APPLE_TEAM_ID']
const UNSIGNED_NAME = 'Basin-${version}-${os}-${arch}-unsigned.${ext}'

/**
 * Signed where the certificate is in the environment, plainly unsigned where it is not. Updates are looked for at
 * `BASIN_UPDATE_FEED`, an https address of a folder; without one there are none, nor in an unsigned program for macOS.
 * @throws Error for an address of updates that is not one of https.
 */
export function planDistribution(platform: string, env: Environment): Distribution {
  const has = (name: string) => (env[name] ?? '').trim() !== ''
  const signing = planSigning(platform, has)
  const feed = (env['BASIN_UPDATE_FEED'] ?? '').trim()
  const updates = planUpdates(feed, platform !== 'darwin' || MAC_CERTIFICATES.some(has))
  return {
    signing: signing.line,
    updates: updates.line,
    parameters: [...signing.parameters, ...updates.parameters],
    without: [...CERTIFICATE_NAMES, ...BY_KEY, ...BY_PASSWORD].filter((name) => !has(name)),
  }
}

interface Part {
  line: string
  parameters: string[]
}

function planSigning(platform: string, has: (name: string) => boolean): Part {
  switch (platform) {
    case 'win32': {
      const found = ['WIN_CSC_LINK', 'CSC_LINK'].find(has)
      return found === undefined
        ? {
            line: 'unsigned: no certificate in WIN_CSC_LINK or CSC_LINK',
            parameters: [`-c.win.artifactName=${UNSIGNED_NAME}`],
          }
        : { line: `signed with the certificate in ${found}`, parameters: ['-c.forceCodeSigning=true'] }
    }
    case 'darwin':
      return planMac(has)
    default:
      return { line: 'unsigned: AppImage and deb carry no signature of their own', parameters: [] }
  }
}

/** A Mac with Apple’s own processor starts nothing without any signature: one made on the spot, by nobody, is put on. */
function planMac(has: (name: string) => boolean): Part {
  const found = MAC_CERTIFICATES.find(has)
  if (found === undefined)
    return {
      line: 'unsigned: no certificate in CSC_LINK or CSC_NAME',
      parameters: [
        '-c.mac.identity=-',
        '-c.mac.hardenedRuntime=false',
        '-c.mac.notarize=false',
        `-c.mac.artifactName=${UNSIGNED_NAME}`,
      ],
    }
  const notarised = BY_KEY.every(has) || BY_PASSWORD.every(has)
  return {
    line: `signed with the certificate in ${found}, ${notarised ? 'and notarised' : 'not notarised: no whole set of APPLE_API_KEY… or APPLE_ID…'}`,
    parameters: ['-c.forceCodeSigning=true', ...(notarised ? [] : ['-c.mac.notarize=false'])],
  }
}

/** `renewable`: whether the system lets such a program renew itself. */
function planUpdates(feed: string, renewable: boolean): Part {
  if (feed === '') return { line: 'no updates: no address in BASIN_UPDATE_FEED', parameters: [] }
  if (URL.parse(feed)?.protocol !== 'https:')
    throw new Error(`BASIN_UPDATE_FEED is not an https address: ${feed}`)
  if (!renewable)
    return {
      line: 'no updates, though BASIN_UPDATE_FEED has an address: macOS renews no program without a certificate',
      parameters: [],
    }
  return {
    line: `updates are looked for at ${feed}`,
    parameters: ['-c.publish.provider=generic', `-c.publish.url=${feed}`],
  }
}

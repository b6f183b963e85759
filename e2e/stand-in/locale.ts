const SWITCH = '--lang='

/** The person's locale, as Chromium's switch on the command line has it. */
export function localeAsked(): string {
  return process.argv.find((each) => each.startsWith(SWITCH))?.slice(SWITCH.length) ?? 'en-GB'
}

/**
 * Whether warnings say that a restart or solution is an artefact of a few rows or a flat direction (`spurious`), has a component
 * without rows (`emptied`), or is no maximum at all (`saddle`): such a one is kept and marked, and not taken as best. Where spurious
 * ones are allowed they may be.
 */
export function isSetAside(warnings: readonly { code: string }[], allowSpurious = false): boolean {
  return warnings.some(
    ({ code }) => (code === 'spurious' && !allowSpurious) || code === 'saddle' || code === 'emptied',
  )
}

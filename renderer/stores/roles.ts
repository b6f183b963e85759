import { LIMITS } from '../../contract/limits.ts'
import type { ColumnProfile, Role } from '../../contract/views.ts'

/** Roles of columns by their index, where they differ from what is proposed. */
export type Roles = Readonly<Record<number, Role>>

/** Of these at most one column each: a fit has one weight per row, and one known label. */
const SINGULAR: ReadonlySet<Role> = new Set(['weight', 'label'])

export const isNumeric = ({ min }: Pick<ColumnProfile, 'min'>): boolean => min !== null

/** What a column is before anybody has said anything. */
export function proposedRole({ use }: Pick<ColumnProfile, 'use'>): Role {
  return use ? 'cluster' : 'keep'
}

export function roleOf(column: Pick<ColumnProfile, 'index' | 'use' | 'derived'>, roles: Roles): Role {
  if (column.derived?.removed === true) return 'ignore'
  return roles[column.index] ?? proposedRole(column)
}

/** The roles that a column can have: only numbers can be clustered on, or weigh rows. */
export function rolesFor(column: ColumnProfile): readonly Role[] {
  return isNumeric(column) ? ['cluster', 'keep', 'weight', 'label', 'ignore'] : ['keep', 'label', 'ignore']
}

/** With a new role for one column; the column that was the weight or the label before is kept as it is. */
export function withRole(roles: Roles, columns: readonly ColumnProfile[], index: number, role: Role): Roles {
  const before = SINGULAR.has(role) ? columns.filter((column) => roleOf(column, roles) === role) : []
  const moved = Object.fromEntries(before.map((column): [number, Role] => [column.index, 'keep']))
  return { ...roles, ...moved, [index]: role }
}

/** Of the columns of this file, without what is proposed anyway and what a column cannot be. */
export function sparseRoles(roles: Roles, columns: readonly ColumnProfile[]): Record<number, Role> {
  const said = columns.flatMap((column): [number, Role][] => {
    const role = roleOf(column, roles)
    const fits = rolesFor(column).includes(role)
    return fits && role !== proposedRole(column) ? [[column.index, role]] : []
  })
  return Object.fromEntries(said)
}

/** The columns that are ticked for clustering, as many as a fit can take. */
export function clusteredOn(columns: readonly ColumnProfile[], roles: Roles): number[] {
  return columns
    .filter((column) => isNumeric(column) && roleOf(column, roles) === 'cluster')
    .slice(0, LIMITS.columns)
    .map(({ index }) => index)
}

/** The index of the column that weighs the rows, as text; empty where there is none. */
export function weightOf(columns: readonly ColumnProfile[], roles: Roles): string {
  const found = columns.find((column) => roleOf(column, roles) === 'weight')
  return found === undefined ? '' : String(found.index)
}

/** The roles that say what is ticked now and what weighs the rows, besides those that cannot be told from these. */
export function rolesWithTicks(
  roles: Roles,
  columns: readonly ColumnProfile[],
  { columns: ticked, weights }: { columns: readonly number[]; weights: string },
): Roles {
  const on = new Set(ticked)
  const told = columns.map((column): [number, Role] => {
    const role = roleOf(column, roles)
    if (on.has(column.index)) return [column.index, 'cluster']
    if (String(column.index) === weights) return [column.index, 'weight']
    return [column.index, role === 'cluster' || role === 'weight' ? 'keep' : role]
  })
  return Object.fromEntries(told)
}

import type { Votes } from '../consensus/votes.ts'
import type { ExtraColumn } from './extra-column.ts'

/** Agreement as a column of the labelled file, and what it was counted over. */
export interface AgreementColumn extends ExtraColumn {
  record: { gap: number; votes: number; solutions: { id: string; restart: string; votes: number }[] }
}

export function agreementColumn({ electorate: { solutions, total, gap }, votes }: Votes): AgreementColumn {
  return {
    name: 'agreement',
    of: (row) => votes[row] / total,
    record: {
      gap,
      votes: total,
      solutions: solutions.map(({ id, fitted, weight }) => ({
        id,
        restart: fitted.restart.id,
        votes: weight,
      })),
    },
  }
}

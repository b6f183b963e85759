import type { RestartView, SolutionView } from '../../contract/views.ts'

/** Restarts with the solutions they are known to have reached: as better ones are found, the letters of others move on. */
export function withSolutions(
  restarts: readonly RestartView[],
  solutions: readonly SolutionView[],
): RestartView[] {
  const reached = new Map<string, string>()
  for (const { id, restarts: members } of solutions) for (const member of members) reached.set(member, id)
  return restarts.map((restart) => {
    const solution = reached.get(restart.id) ?? null
    return restart.solution === solution ? restart : { ...restart, solution }
  })
}

/** Basin among the works that a paper cites, for a version such as `0.1.0`. It has no DOI and no address of its own, so none is given. */
export const citeBasin = (version: string): string =>
  `The Basin authors (2026). Basin: exploratory clustering with every EM restart in view (version ${version}) [computer software].`

import { availableParallelism } from 'node:os'
import { basename, join } from 'node:path'
import type { Engine } from '../contract/engine.ts'
import type { Checked, Input } from '../contract/schemas.ts'
import { createWorkControl, type WorkControl } from '../workers/control.ts'
import { createPool, type Pool } from '../workers/pool.ts'
import { changes } from './changes.ts'
import { certaintyOf } from './certainty/certainty.ts'
import { doubtfulOf } from './certainty/doubtful.ts'
import { createRatings } from './certainty/ratings.ts'
import { silhouetteOf } from './certainty/silhouette.ts'
import { compare } from './compare.ts'
import { createClusterLabels } from './cluster-labels.ts'
import { createCategories } from './categories.ts'
import { agreementView } from './consensus/agreement.ts'
import { createCoassignment } from './consensus/coassignment.ts'
import { electorateOf } from './consensus/electorate.ts'
import { createVotes } from './consensus/votes.ts'
import { createCounterparts } from './counterparts.ts'
import { createDatasets } from './datasets.ts'
import { agreementColumn } from './export/agreement-column.ts'
import { mergedColumn } from './export/merged-column.ts'
import { collapses } from './diagnosis/collapses.ts'
import { diagnose } from './diagnosis/diagnose.ts'
import { createDrawnRows } from './drawn-rows.ts'
import { createLeftovers } from './export/leftovers.ts'
import { modelFileOf, modelText } from './export/model-file.ts'
import { findingsOf } from './export/findings.ts'
import { reportText } from './export/report.ts'
import { scriptOf } from './export/script/script.ts'
import { statusColumn, statusWanted } from './export/status-column.ts'
import { refuseSource } from './export/target.ts'
import { writeWhole } from './export/whole-file.ts'
import { writeLabels, type LabelTargets } from './export/write-labels.ts'
import { writeSelection } from './export/write-selection.ts'
import { createFits } from './fits/fits.ts'
import { createRunner } from './fits/runner.ts'
import { gapsOf } from './gaps.ts'
import type { Grants } from './grants.ts'
import { forecast } from './forecast/forecast.ts'
import { labelsAlone, labelsOf } from './labels.ts'
import { createKnownAll } from './known/known-all.ts'
import { knownOf } from './known/known.ts'
import { createLabelColumns } from './label-column.ts'
import { createMergedLabels, partitionOf } from './merging/merged-labels.ts'
import { createMergings } from './merging/mergings.ts'
import { leavingOut } from './leaving-out.ts'
import { limitedPool } from './limited-pool.ts'
import { createModels } from './model.ts'
import { pointsOf } from './points.ts'
import { createPreferences } from './preferences.ts'
import { createRecents } from './recents.ts'
import { createRemembered } from './remembered.ts'
import { createReplays } from './replays/replays.ts'
import { exportReportPage, reportPage } from './report/report-page.ts'
import { ratioTestOf } from './resampling/ratio-test.ts'
import { stabilityOf } from './resampling/stability.ts'
import { createSamples } from './samples.ts'
import { valuesOf } from './values.ts'
import { score } from './score.ts'
import { createAutosaves } from './session/autosaves.ts'
import { createPlaces } from './session/places.ts'
import { createSessions } from './session/sessions.ts'
import { select, tally } from './select.ts'
import { createSimilarity } from './similarity.ts'
import { watchWork } from './work.ts'

export { scriptRefusal } from './export/script/refusal.ts'
export { startComponents } from './fits/start.ts'
export { createGrants, type Grants } from './grants.ts'
export { checkRepeatable } from './resampling/replicate-settings.ts'

export interface EngineOptions {
  grants: Grants
  /** Folder of `samples.json` and the files it names. */
  samplesFolder: string
  /** Of Basin, for the files it writes. */
  version: string
  /** Where what is chosen about files is kept; absent: nothing is. */
  choicesFolder?: string
  /** Restarts that run at once; default: as many as the machine has cores. */
  threads?: number
  /** Threads made elsewhere, which `close` then leaves alone. */
  pool?: Pool
}

/** The engine as a host holds it. `engine` takes checked input: serve it over a port. */
export interface EngineHost {
  engine: Engine
  grants: Grants
  close(): Promise<void>
}

type HowToLabel = Pick<Input<'exportLabels'>, 'posteriors' | 'spreadsheetSafe' | 'provenance'>

/** The application without a face. */
export function createEngine(options: EngineOptions): EngineHost {
  const { samplesFolder, version } = options
  const leftovers = createLeftovers(options.choicesFolder)
  const grants = leftovers.noting(options.grants)
  // Nothing waits for it: what is being swept is nobody's.
  void leftovers.sweep()
  const preferences = createPreferences(options.choicesFolder)
  const threads = options.pool ?? createPool(options.threads ?? availableParallelism())
  const pool = limitedPool(threads, () => preferences.now.threads)
  const samples = createSamples(samplesFolder)
  const datasets = createDatasets(pool, grants, samples, createRemembered(options.choicesFolder))
  const runner = createRunner(pool, threads.threads)
  const clusterLabels = createClusterLabels(pool)
  const models = createModels(clusterLabels)
  const categories = createCategories(pool)
  const labelColumns = createLabelColumns(categories)
  const fits = createFits(pool, runner, datasets, { clusterLabels, labelColumns })
  const drawnRows = createDrawnRows()
  const mergings = createMergings(pool)
  const labelMerged = createMergedLabels(pool, mergings)
  const known = { clusterLabels, labelMerged, labelColumns }
  const knownAll = createKnownAll(pool, drawnRows, labelColumns, clusterLabels)
  const counterparts = createCounterparts(pool, drawnRows, clusterLabels)
  const similarity = createSimilarity(pool, drawnRows, clusterLabels)
  const votes = createVotes(pool)
  const ratings = createRatings(pool)
  const coassignment = createCoassignment(pool, drawnRows, clusterLabels)
  const replays = createReplays({ pool, runner, fits, drawnRows })
  const places = createPlaces(options.choicesFolder)
  const autosaves = createAutosaves(
    options.choicesFolder === undefined ? undefined : join(options.choicesFolder, 'autosave'),
  )
  const sessions = createSessions({ pool, grants, datasets, fits, places, autosaves, samplesFolder, version })
  const toReport = { ...known, pool, mergings, models, ratings, drawnRows, version }
  const recents = createRecents(options.choicesFolder)
  const noteFile = async (grant: string) => {
    if (grants.lasts(grant)) await recents.note(grants.file(grant))
  }
  const diagnosed = (fit: string, restart: string, control: WorkControl) =>
    diagnose({ pool, clusterLabels }, fits.ended(fit, restart), control)
  const targetsOf = (id: string, asked: HowToLabel): LabelTargets => ({
    target: grants.target(id),
    name: basename(grants.target(id)),
    posteriors: asked.posteriors,
    agreement: null,
    merged: null,
    status: null,
    spreadsheetSafe: asked.spreadsheetSafe ?? false,
    provenance: asked.provenance === undefined ? null : grants.target(asked.provenance),
  })

  const engine: Engine = {
    samples: () => samples.list(),
    open: async (input, work = {}) => {
      const opened = await datasets.open(input, work)
      if ('grant' in input.source) await noteFile(input.source.grant)
      return opened
    },
    rows: (input) => datasets.rows(input),
    remember: (input) => datasets.remember(input),
    preferences: () => preferences.read(),
    prefer: async (input) => {
      await preferences.keep(input as Checked<'prefer'>)
      return null
    },
    derive: (input) => datasets.derive(input),
    underive: (input) => datasets.underive(input),
    forecast: (input, work = {}) =>
      watchWork({ signal: work.signal }, (control) => {
        const { dataset, settings, trials } = input as Checked<'forecast'>
        return forecast(pool, datasets.get(dataset), settings, trials, control)
      }),
    // What left the door is checked, and has its defaults.
    fit: (input, work = {}) => fits.fit(input as Checked<'fit'>, work),
    extend: (input, work = {}) => fits.extend(input, work),
    remove: ({ fit, restarts }) => fits.remove(fit, restarts),
    model: async ({ fit, restart }) => models(fits.glimpse(fit, restart)),
    points: async (asked) =>
      pointsOf({ pool, fits, drawnRows }, datasets.get(asked.dataset), asked as Checked<'points'>),
    values: async (asked) => valuesOf(categories, datasets.get(asked.dataset), asked),
    labels: async ({ fit, restart, limit, merged, densities = true }) => {
      const fitted = fits.glimpse(fit, restart)
      if (!densities && merged === undefined) return labelsAlone(clusterLabels, drawnRows, fitted, limit)
      const control = createWorkControl()
      const partition = merged === undefined ? null : partitionOf(await mergings(fitted, control), merged)
      return labelsOf(pool, drawnRows, fitted, limit, {
        control,
        partition,
        densities,
        keep: clusterLabels.keep,
      })
    },
    merge: async ({ fit, restart }, work = {}) =>
      watchWork(work, (control) => mergings(fits.restart(fit, restart), control)),
    known: async ({ fit, restart, limit, ...question }) => {
      const fitted = fits.glimpse(fit, restart)
      const view = await knownOf(known, fitted, question)
      const { codes } = await labelColumns(fitted.fit.dataset, question.column)
      const { rows } = drawnRows(fitted.fit.columns, limit)
      return { ...view, drawn: Uint8Array.from(rows, (row) => codes[row]) }
    },
    knownAll: async ({ fit, restarts, column }) =>
      knownAll(
        restarts.map((each) => fits.glimpse(fit, each)),
        column,
      ),
    stability: async ({ fit, restart, ...asked }, work = {}) =>
      stabilityOf({ pool, runner, clusterLabels }, fits.restart(fit, restart), asked, work),
    ratioTest: async ({ fit, ...asked }, work = {}) =>
      ratioTestOf({ pool, runner }, fits.get(fit), asked, work),
    replay: async (input, work = {}) => replays.replay(input, work),
    frame: async (input, work = {}) => replays.frame(input, work),
    diagnose: async ({ fit, restart }, { signal } = {}) =>
      watchWork({ signal }, (control) => diagnosed(fit, restart, control)),
    collapses: async ({ fit, ...cell }, { signal } = {}) =>
      watchWork({ signal }, (control) => collapses({ pool, clusterLabels }, fits.get(fit), cell, control)),
    compare: async ({ fit, left, right }) =>
      compare(clusterLabels, fits.glimpse(fit, left), fits.glimpse(fit, right)),
    select: (input) => select({ pool, datasets, fits, votes, ratings, ...known }, input),
    tally: async ({ fit, restart, mask, merged }) => tally(known, fits.glimpse(fit, restart), mask, merged),
    changes: async ({ fit, left, right }) => changes(pool, fits.glimpse(fit, left), fits.glimpse(fit, right)),
    counterparts: async ({ left, right }) =>
      counterparts(fits.glimpse(left.fit, left.restart), fits.glimpse(right.fit, right.restart)),
    similarity: async ({ fit, restarts }) => similarity(restarts.map((each) => fits.glimpse(fit, each))),
    agreement: async ({ fit, restart, gap, limit }, work = {}) => {
      const electorate = electorateOf(fits, fit, restart, gap)
      return watchWork(work, async (control) =>
        agreementView(pool, drawnRows, await votes(electorate, control), limit),
      )
    },
    gaps: async ({ dataset, columns }) => gapsOf(datasets.get(dataset), columns),
    leavingOut: async ({ fit, restart }, work = {}) =>
      watchWork(work, (control) => leavingOut(pool, fits.restart(fit, restart), control)),
    coassignment: async ({ fit, restart, gap }, { signal } = {}) =>
      watchWork({ signal }, (control) => coassignment(electorateOf(fits, fit, restart, gap), control)),
    certainty: async ({ fit, restart }, work = {}) => {
      const fitted = fits.glimpse(fit, restart)
      return watchWork(work, async (control) => certaintyOf(pool, fitted, await ratings(fitted, control)))
    },
    doubtful: async ({ fit, restart, ...wanted }) =>
      doubtfulOf(await ratings(fits.glimpse(fit, restart), createWorkControl()), wanted),
    silhouette: async ({ fit, restart }, work = {}) =>
      watchWork(work, (control) => silhouetteOf(pool, drawnRows, fits.glimpse(fit, restart), control)),
    entropies: async ({ fit, restart, limit }) => {
      const fitted = fits.glimpse(fit, restart)
      const { entropy } = await ratings(fitted, createWorkControl())
      return Float32Array.from(drawnRows(fitted.fit.columns, limit).rows, (row) => entropy[row])
    },
    exportLabels: async ({ fit: id, restart, agreement, merged: clusters, ...asked }, work = {}) => {
      const fitted = fits.restart(id, restart)
      const { fit, mixture } = fitted
      const { dataset, columns } = fit
      const targets = targetsOf(asked.target, asked)
      const model = modelFileOf(fitted, version)
      const electorate = agreement === undefined ? null : electorateOf(fits, id, restart, agreement.gap)
      return watchWork(work, async (control) => {
        const agreed = electorate === null ? null : agreementColumn(await votes(electorate, control))
        const merged =
          clusters === undefined
            ? null
            : mergedColumn(await mergings(fitted, control), await labelMerged(fitted, clusters, control))
        const wanted = statusWanted(asked)
        const status = wanted === null ? null : await statusColumn(await ratings(fitted, control), wanted)
        const diagnosis = targets.provenance === null ? null : await diagnosed(id, restart, control)
        const origin = { model, fitted, diagnosis, used: fit.settings.columns, version }
        const rows = { pool, dataset, columns, mixture, control }
        return writeLabels(rows, { ...targets, agreement: agreed, merged, status }, origin)
      })
    },
    exportSelection: async ({ dataset: id, mask, target, labels }, work = {}) => {
      const fitted = labels === undefined ? null : fits.restart(labels.fit, labels.restart)
      const path = grants.target(target)
      const rows = { pool, dataset: datasets.get(id), mask, fitted, target: path, name: basename(path) }
      return watchWork(work, (control) => writeSelection({ ...rows, control }))
    },
    exportReport: async ({ fit: id, target: to, ...asked }) => {
      const fit = fits.get(id)
      const path = grants.target(to)
      await refuseSource(path, fit.dataset.path)
      const findings = await findingsOf({ ...known, pool, mergings }, fit, asked)
      return writeWhole(path, reportText(fit, asked.allowSpurious ?? false, findings), fit.summary.rows)
    },
    reportPage: async ({ fit, ...asked }, work = {}) =>
      watchWork(work, (control) =>
        reportPage(toReport, fits.get(fit), asked as Checked<'reportPage'>, control),
      ),
    exportReportPage: async ({ fit, target: to, ...asked }, work = {}) =>
      watchWork(work, (control) =>
        exportReportPage(toReport, fits.get(fit), asked as Checked<'reportPage'>, grants.target(to), control),
      ),
    exportModel: async ({ fit, restart, target: to }) => {
      const fitted = fits.restart(fit, restart)
      const path = grants.target(to)
      await refuseSource(path, fitted.fit.dataset.path)
      return writeWhole(path, modelText(fitted, version), fitted.fit.rowsUsed)
    },
    script: async ({ fit, restart, language }, work = {}) =>
      scriptOf(pool, fits.restart(fit, restart), language, version, work.signal),
    exportScript: async ({ fit, restart, language, target: to }, work = {}) => {
      const fitted = fits.restart(fit, restart)
      const path = grants.target(to)
      await refuseSource(path, fitted.fit.dataset.path)
      const { text, warnings } = await scriptOf(pool, fitted, language, version, work.signal)
      return { ...(await writeWhole(path, text, fitted.fit.rowsUsed)), warnings }
    },
    writePicture: async ({ target: to, bytes }) => {
      const path = grants.target(to)
      await Promise.all(datasets.paths().map((source) => refuseSource(path, source)))
      return writeWhole(path, bytes, 0)
    },
    score: async ({ dataset: id, model, target, ...asked }, work = {}) => {
      const dataset = datasets.get(id)
      const targets = target === undefined ? null : targetsOf(target, asked)
      const status = statusWanted(asked)
      return watchWork(work, (control) => score(pool, { dataset, model, targets, status, version }, control))
    },
    saveSession: async (input) => {
      const saved = await sessions.save(input)
      if (grants.lasts(input.target)) await recents.note(grants.target(input.target))
      return saved
    },
    autosave: (input) => sessions.autosave(input),
    recoverable: ({ window }) => sessions.recoverable(window),
    forgetAutosave: ({ window }) => sessions.forget(window),
    openSession: async (input, work = {}) => {
      const opened = await sessions.open(input, work)
      await noteFile(input.grant)
      return opened
    },
    recents: () => recents.list(),
    openRecent: async ({ id }) => grants.addFile(await recents.path(id)),
    forgetRecents: async ({ id }) => {
      await recents.forget(id)
      return null
    },
    close: ({ dataset }) => {
      datasets.close(dataset)
      fits.forget(dataset)
      replays.forget(dataset)
      // Each keeps lists over all rows of the last restarts that were looked at.
      for (const kept of [clusterLabels, labelMerged, votes, ratings]) kept.clear()
      return Promise.resolve(null)
    },
  }
  return {
    engine,
    grants: options.grants,
    async close() {
      if (options.pool === undefined) await threads.close()
      leftovers.close()
    },
  }
}

import type { ReportPageView } from '../../contract/report-page.ts'
import type { ExportView } from '../../contract/views.ts'
import type { WorkControl } from '../../workers/control.ts'
import { refuseSource } from '../export/target.ts'
import { writeWhole } from '../export/whole-file.ts'
import type { Fit } from '../fits/run.ts'
import { cancelled } from '../work.ts'
import { documentOf } from './document.ts'
import { factsOf, type FactSources, type ReportAsked } from './facts.ts'

/** Composes a report for people. Throws `unknown-id` and `no-usable-model` for a restart that cannot be told of. */
export async function reportPage(
  sources: FactSources,
  fit: Fit,
  asked: ReportAsked,
  control: WorkControl,
): Promise<ReportPageView> {
  return { html: documentOf(await factsOf(sources, fit, asked, control)) }
}

/** The same into a file, which is complete or absent. */
export async function exportReportPage(
  sources: FactSources,
  fit: Fit,
  asked: ReportAsked,
  path: string,
  control: WorkControl,
): Promise<ExportView> {
  await refuseSource(path, fit.dataset.path)
  const { html } = await reportPage(sources, fit, asked, control)
  if (!control.seal()) throw cancelled()
  return writeWhole(path, html, fit.summary.rows)
}

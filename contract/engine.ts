import type { Preferences } from './preferences.ts'
import type { ReportPageView } from './report-page.ts'
import type { RatioTestView, StabilityView } from './resampling-views.ts'
import type { Input, Method } from './schemas.ts'
import type { FileGrant } from './host.ts'
import type { RecentView, RecoverableView, SessionView } from './session-views.ts'
import type {
  AgreementView,
  CertaintyView,
  ColumnProfile,
  ForecastView,
  ChangesView,
  CoassignmentView,
  CollapsesView,
  CompareView,
  CounterpartsView,
  DatasetSummary,
  DoubtfulView,
  DiagnosisView,
  ExportView,
  FitProgress,
  FitSummary,
  FrameView,
  GapsView,
  KnownAllView,
  KnownView,
  LabelsView,
  LeavingOutView,
  MergeView,
  ModelView,
  PointsView,
  ReplayView,
  RowsView,
  SampleView,
  ScoreView,
  ScriptView,
  SelectionView,
  SilhouetteView,
  TallyView,
  ValuesView,
  SimilarityView,
  WorkProgress,
} from './views.ts'

export interface Results {
  samples: SampleView[]
  open: DatasetSummary
  rows: RowsView
  derive: ColumnProfile[]
  underive: ColumnProfile[]
  forecast: ForecastView
  fit: FitSummary
  extend: FitSummary
  remove: FitSummary
  model: ModelView
  points: PointsView
  labels: LabelsView
  merge: MergeView
  known: KnownView
  knownAll: KnownAllView
  values: ValuesView[]
  stability: StabilityView
  ratioTest: RatioTestView
  replay: ReplayView
  frame: FrameView
  diagnose: DiagnosisView
  collapses: CollapsesView
  compare: CompareView
  select: SelectionView
  tally: TallyView
  changes: ChangesView
  counterparts: CounterpartsView
  similarity: SimilarityView
  agreement: AgreementView
  coassignment: CoassignmentView
  gaps: GapsView
  leavingOut: LeavingOutView
  certainty: CertaintyView
  doubtful: DoubtfulView
  silhouette: SilhouetteView
  entropies: Float32Array
  exportLabels: ExportView
  exportSelection: ExportView
  exportReport: ExportView
  reportPage: ReportPageView
  exportReportPage: ExportView
  exportModel: ExportView
  writePicture: ExportView
  score: ScoreView
  remember: null
  preferences: Preferences
  prefer: null
  script: ScriptView
  exportScript: ExportView
  saveSession: ExportView
  openSession: SessionView
  autosave: { bytes: number }
  recoverable: RecoverableView[]
  forgetAutosave: null
  recents: RecentView[]
  openRecent: FileGrant
  forgetRecents: null
  close: null
}

export interface Progresses {
  open: WorkProgress
  fit: FitProgress
  agreement: WorkProgress
  extend: FitProgress
  leavingOut: WorkProgress
  merge: WorkProgress
  stability: StabilityView
  ratioTest: RatioTestView
  replay: WorkProgress
  certainty: WorkProgress
  silhouette: WorkProgress
  exportLabels: WorkProgress
  exportSelection: WorkProgress
  reportPage: WorkProgress
  exportReportPage: WorkProgress
  score: WorkProgress
  openSession: WorkProgress
}
export type ProgressOf<M extends Method> = M extends keyof Progresses ? Progresses[M] : never

/**
 * `signal` cancels: `open`, `agreement`, `coassignment`, `certainty`, `silhouette`, `leavingOut`, `merge`, `replay`, `frame`, `reportPage`, exports and `score` then reject
 * with `cancelled` and leave nothing behind; `fit`, `extend`, `stability` and `ratioTest` resolve with what they have found, `stopped: true`.
 */
export interface CallOptions<M extends Method> {
  signal?: AbortSignal
  onProgress?: (progress: ProgressOf<M>) => void
}

/** The application without a face. Every host and every test enters by this door. */
export type Engine = {
  [M in Method]: (input: Input<M>, options?: CallOptions<M>) => Promise<Results[M]>
}

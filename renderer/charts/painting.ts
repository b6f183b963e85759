import { createRaster, type Crowd, type Frame } from './raster.ts'
import { workInSlices } from './slices.ts'

/** The picture of a crowd, which takes a while to paint. */
export interface Painting {
  /** What was painted last; without size until then. */
  canvas: HTMLCanvasElement
  /** Offsets that the canvas shows, top left and bottom right; null until something is painted. */
  shows: { left: number; top: number; right: number; bottom: number } | null
  /** Asks for another picture. What is being painted is ended first, so that there is one now and then while these change fast. */
  wish(crowd: Crowd, frame: Frame): void
  /** Asks for the same points in other looks, in the place where they were asked for last; does nothing where the points are others. */
  wear(crowd: Crowd): void
  /** When all that was asked for is painted. */
  settled(): Promise<void>
}

/** `painted` is called for every picture; `alive` says whether it is still wanted. */
export function createPainting(painted: () => void, alive: () => boolean): Painting {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = 0
  let current: Job | null = null
  let wanted: Job | null = null
  let waiting: (() => void)[] = []

  function wish(crowd: Crowd, frame: Frame): void {
    const job = { crowd, frame, key: JSON.stringify([frame, crowd.looks]) }
    if (isSame(job, wanted)) return
    wanted = job
    if (current === null) start(job)
  }

  function wear(crowd: Crowd): void {
    if (wanted?.crowd.x === crowd.x && wanted.crowd.y === crowd.y) wish(crowd, wanted.frame)
  }

  function start(job: Job): void {
    current = job
    const raster = createRaster(job.crowd, job.frame)
    workInSlices(
      () => !alive() || raster.advance(),
      () => finish(job, raster.pixels),
    )
  }

  function finish(job: Job, pixels: Uint8ClampedArray<ArrayBuffer>): void {
    current = null
    if (alive()) {
      put(pixels, job.frame)
      painting.shows = shownIn(job.frame)
      painted()
      if (wanted !== null && !isSame(job, wanted)) return start(wanted)
    }
    for (const resolve of waiting.splice(0)) resolve()
  }

  function put(pixels: Uint8ClampedArray<ArrayBuffer>, { width, height }: Frame): void {
    canvas.width = width
    canvas.height = height
    canvas.getContext('2d')?.putImageData(new ImageData(pixels, width, height), 0, 0)
  }

  const painting: Painting = {
    canvas,
    shows: null,
    wish,
    wear,
    settled: () =>
      current === null ? Promise.resolve() : new Promise((resolve) => (waiting = [...waiting, resolve])),
  }
  return painting
}

interface Job {
  crowd: Crowd
  frame: Frame
  key: string
}

function isSame(job: Job, other: Job | null): boolean {
  if (other === null || job.key !== other.key) return false
  const [a, b] = [job.crowd, other.crowd]
  return a.x === b.x && a.y === b.y && a.wears === b.wears && a.selected === b.selected
}

function shownIn({ width, height, x, y }: Frame) {
  return {
    left: -x.origin / x.scale,
    right: (width - x.origin) / x.scale,
    top: -y.origin / y.scale,
    bottom: (height - y.origin) / y.scale,
  }
}

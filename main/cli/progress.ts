import { performance } from 'node:perf_hooks'
import type { WriteStream } from 'node:tty'
import { printable } from '../../shared/checklist/printable.ts'

/** A line at the bottom of the terminal that says how far the batch is. */
export interface Progress {
  readonly started: (file: string) => void
  readonly finished: () => void
  /** Takes the line away, so that something else can be written. */
  readonly clear: () => void
}

/** Where there is no terminal, nobody looks. */
const NO_PROGRESS: Progress = { started: () => {}, finished: () => {}, clear: () => {} }

/** Milliseconds between two drawings: fast enough to live, slow enough to cost nothing. */
const DRAW_EVERY = 100
const BAR_CELLS = 20

/** `stream` is standard error; progress is shown only where that is a terminal. */
export function showProgress(
  stream: Pick<WriteStream, 'isTTY' | 'columns' | 'write'>,
  total: number,
  now: () => number = () => performance.now(),
): Progress {
  if (!stream.isTTY) return NO_PROGRESS
  const begin = now()
  let done = 0
  let current = ''
  let drawnAt = Number.NEGATIVE_INFINITY
  const draw = () => {
    if (now() - drawnAt < DRAW_EVERY) return
    drawnAt = now()
    const line = progressLine({ done, total, current, seconds: (now() - begin) / 1000 })
    stream.write(`\r${ERASE_LINE}${cutToWidth(line, (stream.columns || 80) - 1)}`)
  }
  return {
    started: (file) => {
      current = file
      draw()
    },
    finished: () => {
      done += 1
      draw()
    },
    clear: () => {
      if (drawnAt === Number.NEGATIVE_INFINITY) return
      stream.write(`\r${ERASE_LINE}`)
      drawnAt = Number.NEGATIVE_INFINITY
    },
  }
}

const ERASE_LINE = '\u001b[2K'

interface State {
  readonly done: number
  readonly total: number
  readonly current: string
  readonly seconds: number
}

function progressLine({ done, total, current, seconds }: State): string {
  const filled = total === 0 ? BAR_CELLS : Math.floor((done / total) * BAR_CELLS)
  const bar = `[${'#'.repeat(filled)}${'-'.repeat(BAR_CELLS - filled)}]`
  const speed = done === 0 || seconds === 0 ? null : done / seconds
  const pace =
    speed === null
      ? ''
      : ` 每秒 ${speed.toFixed(1)} 份 还要 ${durationWords((total - done) / speed)}`
  return `${bar} ${done}/${total}${pace} ${printable(current)}`
}

function durationWords(seconds: number): string {
  const rounded = Math.ceil(seconds)
  return rounded < 60 ? `${rounded} 秒` : `${Math.floor(rounded / 60)} 分 ${rounded % 60} 秒`
}

/** As much of the text as fits; Chinese characters take two columns. */
function cutToWidth(text: string, columns: number): string {
  let room = columns
  let shown = ''
  for (const character of text) {
    room -= WIDE.test(character) ? 2 : 1
    if (room < 0) break
    shown += character
  }
  return shown
}

const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u

import { readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'

/** In pixels of the desktop, which spans all screens. */
export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** How a window was left. */
export interface WindowState {
  readonly bounds: Rectangle
  readonly isMaximized: boolean
}

/** The size of a first window: fits the smallest screen in use, 1366×768. */
const FIRST_SIZE = { width: 1_280, height: 720 }

/** The least of a window that must lie on a screen, so that a person can get hold of it. */
const LEAST_VISIBLE = { width: 200, height: 100 }

/** Where the window goes: where it was, moved onto the screens that there are now. The first screen is the main one. */
export function placeWindow(
  remembered: Rectangle | null,
  screens: readonly [Rectangle, ...Rectangle[]],
): Rectangle {
  const [main] = screens
  const screen = remembered === null ? main : screenOf(remembered, screens)
  const wanted = remembered === null || screen === null ? FIRST_SIZE : remembered
  const place = screen ?? main
  const width = Math.min(wanted.width, place.width)
  const height = Math.min(wanted.height, place.height)
  if (remembered === null || screen === null) {
    return {
      x: place.x + Math.round((place.width - width) / 2),
      y: place.y + Math.round((place.height - height) / 2),
      width,
      height,
    }
  }
  return {
    x: clamp(remembered.x, place.x, place.x + place.width - width),
    y: clamp(remembered.y, place.y, place.y + place.height - height),
    width,
    height,
  }
}

const clamp = (value: number, least: number, most: number): number =>
  Math.min(Math.max(value, least), most)

/** The screen with most of the window; null where so little is on any that it could not be found. */
function screenOf(window: Rectangle, screens: readonly Rectangle[]): Rectangle | null {
  let best: { readonly screen: Rectangle; readonly area: number } | null = null
  for (const screen of screens) {
    const width = overlap(window.x, window.width, screen.x, screen.width)
    const height = overlap(window.y, window.height, screen.y, screen.height)
    if (width < LEAST_VISIBLE.width || height < LEAST_VISIBLE.height) continue
    const area = width * height
    if (best === null || area > best.area) best = { screen, area }
  }
  return best?.screen ?? null
}

const overlap = (start: number, length: number, otherStart: number, otherLength: number): number =>
  Math.min(start + length, otherStart + otherLength) - Math.max(start, otherStart)

const side = z.int().min(1).max(100_000)
const place = z.int().min(-100_000).max(100_000)

const STATE = z.object({
  bounds: z.object({ x: place, y: place, width: side, height: side }),
  isMaximized: z.boolean(),
})

/** How the window was left; null where that is not known. */
export function readWindowState(file: string): WindowState | null {
  try {
    const state = STATE.safeParse(JSON.parse(readFileSync(file, 'utf8')))
    return state.success ? state.data : null
  } catch {
    return null
  }
}

/** Written at once: the program ends right after. A place that cannot be remembered is no reason to stop it. */
export function writeWindowState(file: string, state: WindowState): void {
  try {
    writeFileSync(file, JSON.stringify(state), { mode: 0o600 })
  } catch {
    // The window opens in the middle next time.
  }
}

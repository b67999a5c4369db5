import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { PALETTES } from './theme.ts'

const css = readFileSync(new URL('styles/tokens.css', import.meta.url), 'utf8')
const [normal = '', high = ''] = css.split(':root[data-contrast="high"]')

it.each([
  ['normal', normal],
  ['high', high],
] as const)('Ant Design has the colours of the style sheet: %s', (contrast, sheet) => {
  for (const [name, colour] of Object.entries(PALETTES[contrast]))
    expect(sheet).toContain(`${name}: ${colour};`)
})

it.each(['normal', 'high'] as const)('%s: words stand out from every ground', (contrast) => {
  const palette = PALETTES[contrast]
  for (const name of ['--ink', '--ink-soft', '--accent', '--error', '--warning', '--ok'] as const)
    for (const ground of ['#ffffff', palette['--ground']])
      expect(contrastOf(palette[name], ground), name).toBeGreaterThanOrEqual(7)
})

/** WCAG 2.2, relative luminance. */
function contrastOf(one: string, other: string): number {
  const [darker, lighter] = [luminance(one), luminance(other)].toSorted(
    (left, right) => left - right,
  )
  return ((lighter ?? 0) + 0.05) / ((darker ?? 0) + 0.05)
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Of an A4 page lying on its side, in millimetres; the margins are inside. */
export const PAGE = { width: 297, height: 210, top: 12, bottom: 14, side: 14 } as const

/** A little is kept free on each page: another printer may set a line a hair higher. In millimetres. */
export const SPARE = 3

export type PrintSize = 'normal' | 'large'

const POINTS: Readonly<Record<PrintSize, number>> = { normal: 11, large: 15 }

/**
 * How sheets look, on the screen and on paper. Word and shape tell the severities apart, for the sheet is printed in
 * black and white; nothing hangs on a background; boxes to tick are borders, which need no font.
 */
export const sheetStyles = (size: PrintSize): string => `
@page { size: A4 landscape; margin: 0; }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: none; }
body {
  margin: 0; color: #000; background: #fff;
  font: ${POINTS[size]}pt/1.45 SimSun, "Songti SC", "Noto Serif CJK SC", "Noto Sans SC Variable", serif;
}
.page {
  position: relative; width: ${PAGE.width}mm; min-height: ${PAGE.height}mm; overflow: hidden; background: #fff;
  padding: ${PAGE.top}mm ${PAGE.side}mm ${PAGE.bottom}mm; break-after: page;
}
.page:last-of-type { break-after: auto; }
.foot {
  position: absolute; left: ${PAGE.side}mm; right: ${PAGE.side}mm; bottom: 5mm;
  display: flex; justify-content: space-between; gap: 5mm; font-size: ${POINTS[size] * 0.85}pt; line-height: 1.3;
}
.head { display: flow-root; }
h1 { margin: 0 0 4mm; font-size: ${POINTS[size] + 7}pt; line-height: 1.3; text-align: center; }
h2 { margin: 0; padding: 4mm 0 2mm; font-size: ${POINTS[size] + 2}pt; line-height: 1.3; }
p { margin: 0; }
p + p { margin-top: 1mm; }
.again { padding-bottom: 3mm; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
th, td { border: 1px solid #000; padding: 1mm 1.5mm; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
.list th { text-align: center; border-bottom-width: 2px; }
tr { break-inside: avoid; }
.middle { text-align: center; }
.long { font-size: ${POINTS.normal}pt; }
.facts th { font-weight: bold; }
.verdict { margin-right: 4mm; font-size: ${POINTS[size] + 2}pt; }
.severity { display: inline-block; padding: 0 1mm; white-space: nowrap; line-height: 1.3; }
.error { border: 2.5px solid #000; font-weight: bold; }
.warning { border: 1.5px dashed #000; }
.info { text-decoration: underline; }
.should { font-weight: bold; }
.box { display: inline-block; width: 5.5mm; height: 5.5mm; border: 1.5px solid #000; line-height: 5mm; }
.none, .unchecked { padding: 2mm 0 0; }
.signatures { padding-top: 9mm; display: flex; flex-wrap: wrap; gap: 7mm 8mm; }
.signatures p { margin: 0; }
.line { display: inline-block; width: 38mm; height: 1.3em; border-bottom: 1px solid #000; margin-right: 4mm; vertical-align: bottom; }
@media screen {
  html { background: #c9cfd8; }
  body { background: none; zoom: var(--preview-zoom, 1); }
  .page { margin: 5mm auto; box-shadow: 0 1mm 3mm rgb(0 0 0 / 30%); content-visibility: auto; contain-intrinsic-size: ${PAGE.width}mm ${PAGE.height}mm; }
}
`

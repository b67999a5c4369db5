import { escapeMarkup } from '../escape-markup.ts'

/** Stands near the start of every page we write, so that we know our own: they are no reports, and we may replace them. */
export const OWN_PAGE_MARK = '<meta name="generator" content="nianbao-desk">'

/** Bytes at the start of a file in which the mark stands. */
export const OWN_PAGE_HEAD = 512

/** A complete page for screen and paper: no script, nothing from outside. `body` is HTML. */
export const htmlPage = (title: string, body: string): string => `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
${OWN_PAGE_MARK}
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeMarkup(title)}</title>
<style>${STYLE}</style>
</head>
<body>
${body}
</body>
</html>
`

// Word and shape tell the severities apart, not colour: the sheet is printed in black and white. Nothing hangs on a
// background, which browsers leave out when they print, and the boxes to tick are borders, which need no font.
const STYLE = `
@page {
  size: A4 landscape;
  margin: 15mm 14mm 16mm;
  @bottom-center {
    content: "第 " counter(page) " 页，共 " counter(pages) " 页";
    font: 10.5pt "SimSun", "Songti SC", "Noto Serif CJK SC", serif;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: 8mm; max-width: 285mm; color: #000; background: #fff;
  font: 12pt/1.5 "SimSun", "Songti SC", "Noto Serif CJK SC", serif;
}
h1 { margin: 0 0 5mm; font-size: 18pt; line-height: 1.3; text-align: center; }
h2 { margin: 6mm 0 2mm; font-size: 14pt; break-after: avoid; page-break-after: avoid; }
p { margin: 0 0 2mm; }
ul, ol { margin: 0; padding-left: 8mm; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
th, td { border: 1px solid #000; padding: 1mm 1.5mm; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
thead { display: table-header-group; }
thead th { text-align: center; border-bottom-width: 2px; }
tr { break-inside: avoid; page-break-inside: avoid; }
td p { margin: 0; }
td p + p { margin-top: 1mm; }
.number { text-align: center; }
.facts .name { width: 26mm; }
.facts .short { width: 92mm; }
.verdict { font-size: 14pt; font-weight: bold; }
.severity { display: inline-block; padding: 0 1.2mm; white-space: nowrap; line-height: 1.3; }
.error { border: 2.5px solid #000; font-weight: bold; }
.warning { border: 1.5px dashed #000; }
.info { border: 0; text-decoration: underline; }
.box { display: inline-block; width: 5mm; height: 5mm; border: 1.5px solid #000; }
.should { font-weight: bold; }
.signatures { margin-top: 10mm; break-inside: avoid; page-break-inside: avoid; }
.signatures p { margin: 0 0 7mm; }
.line { display: inline-block; width: 55mm; height: 1.4em; border-bottom: 1px solid #000; margin-right: 12mm; vertical-align: bottom; }
@media print { body { padding: 0; max-width: none; } a { color: #000; } }
`

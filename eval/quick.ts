// scratch
import { readSource } from '../main/readers/index.ts'
import { checkReport } from '../shared/check/check-report.ts'
import { extractReport } from '../shared/extract/extract-report.ts'
import { findEdition } from '../shared/form/editions.ts'
import { CONTENTS, hasBlanks } from './contents.ts'
import { DOCX_LAYOUTS, HTML_LAYOUTS, PDF_LAYOUTS } from './file-layouts.ts'
import { judge } from './judge.ts'
import { DAMAGED_TEXT_LAYOUTS, WHOLE_TEXT_LAYOUTS } from './text-layouts.ts'

const only = process.argv[2]
const verbose = process.argv[3]
for (const layout of process.env.SET === 'files'
  ? [...DOCX_LAYOUTS, ...HTML_LAYOUTS, ...PDF_LAYOUTS]
  : [...WHOLE_TEXT_LAYOUTS, ...DAMAGED_TEXT_LAYOUTS]) {
  if (only && !layout.name.includes(only)) continue
  const t = { right: 0, uncertain: 0, missing: 0, wrong: 0 }
  let cells = 0,
    errors = 0,
    warnings = 0
  const lines: string[] = []
  for (const content of CONTENTS) {
    if (layout.hidesBlanks && hasBlanks(content)) continue
    const { file, lost } = layout.write(content.truth)
    const source = await readSource(file.bytes, file.name)
    if (!source.ok) {
      lines.push(content.name + ' ' + source.error.code)
      cells += content.truth.cells.size
      t.missing += content.truth.cells.size
      continue
    }
    const report = extractReport(source.value)
    if (!report.ok) {
      lines.push(content.name + ' ' + report.error.code)
      cells += content.truth.cells.size
      t.missing += content.truth.cells.size
      continue
    }
    const checked = checkReport(report.value, findEdition(report.value.edition)!)
    const j = judge(
      {
        edition: content.truth.edition,
        cells: content.truth.cells,
        lost: new Set(lost),
        isClean: content.isClean,
      },
      checked,
    )
    for (const o of j.outcomes.values()) t[o]++
    cells += j.outcomes.size
    errors += j.errors.length
    warnings += j.warnings.length
    if (verbose) {
      lines.push(
        ...j.wrong.map((w) => `  WRONG ${content.name} ${w}`),
        ...j.errors.map((w) => `  ERR ${content.name} ${w}`),
      )
      if (verbose === 'w') lines.push(...j.warnings.map((w) => `  WARN ${content.name} ${w}`))
      if (verbose === 'o' || verbose === 'w')
        for (const k of ['uncertain', 'missing'] as const) {
          const ids = [...j.outcomes].filter(([, o]) => o === k).map(([id]) => id)
          if (ids.length)
            lines.push(`  ${k} ${content.name} ${ids.length}: ${ids.slice(0, 12).join(' ')}`)
        }
    }
  }
  console.log(
    layout.name.padEnd(36),
    String(cells).padStart(5),
    ((100 * t.right) / cells).toFixed(2).padStart(7),
    'u',
    t.uncertain,
    'm',
    t.missing,
    'WRONG',
    t.wrong,
    'err',
    errors,
    'warn',
    warnings,
  )
  for (const l of lines) console.log(l)
}

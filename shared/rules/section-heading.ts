import type { Edition, FormSection } from '../form/edition.ts'
import { headingOf } from '../form/official-sections.ts'
import { quote } from '../report/quote.ts'
import type { Report, SectionReading } from '../report/report.ts'
import type { ReportRule, RuleFinding } from './rule.ts'

/** Headings that differ from the official ones. */
export const sectionHeading: ReportRule = {
  meta: {
    id: 'section-heading',
    severity: 'warning',
    basis: (form) => form.source,
    about: '六个部分的标题与官方格式不同，或者次序不对；只是没有读到序号的为提示。',
  },

  check: (report, form) => {
    const pairs = pairsOf(report, form)
    return [
      ...pairs.flatMap(([section, reading]) => {
        const message = messageFor(section, reading)
        return message === null ? [] : [findingAbout(section, reading, message)]
      }),
      ...withoutNumber(pairs.filter(([, reading]) => reading.agreement === 'number-absent')),
    ]
  },
}

type Pair = readonly [FormSection, SectionReading]

const pairsOf = (report: Report, form: Edition): readonly Pair[] =>
  form.sections.flatMap((section): Pair[] => {
    const reading = report.sections.find(({ number }) => number === section.number)
    return reading === undefined || reading.heading === null ? [] : [[section, reading]]
  })

function messageFor(section: FormSection, { heading, agreement }: SectionReading): string | null {
  const official = headingOf(section)
  const found = quote(heading ?? '')
  switch (agreement) {
    case 'words-differ':
      return `标题${found}与官方格式不同，请改为「${official}」。`
    case 'number-differs':
      return `标题${found}的序号与官方格式不同，请改为「${official}」。`
    case 'out-of-order':
      return `标题${found}不在官方格式规定的位置，「${official}」应为第${section.numeral}部分。`
    case 'official':
    case 'number-absent':
    case 'absent':
      return null
  }
}

const findingAbout = (
  section: FormSection,
  reading: SectionReading,
  message: string,
): RuleFinding => ({
  message,
  cells: [],
  expected: headingOf(section),
  ...(reading.heading === null ? {} : { actual: reading.heading }),
  at: reading.at,
  section: section.number,
})

/** Automatic numbers are easily lost on the way out of the office program, so this is one hint and no reproach. */
function withoutNumber(pairs: readonly Pair[]): readonly RuleFinding[] {
  const [first] = pairs
  if (first === undefined) return []
  const titles = pairs.map(([section]) => `「${headingOf(section)}」`).join('')
  return [
    {
      message: `标题${titles}前没有读到序号，可能是自动编号没有保留下来，请看一眼原文是否有序号。`,
      cells: [],
      severity: 'info',
      at: pairs.flatMap(([, reading]) => reading.at),
      section: first[0].number,
    },
  ]
}

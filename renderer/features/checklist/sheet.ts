import { type ChecklistItem, toChecklist } from '../../../shared/checklist/checklist.ts'
import { printable } from '../../../shared/checklist/printable.ts'
import type { Decisions } from '../../../shared/desk/decisions.ts'
import { isDecidable, type KeyedFinding } from '../../../shared/desk/finding-key.ts'
import type { Edition } from '../../../shared/form/edition.ts'
import type { Verdict } from '../../../shared/report/finding.ts'
import type { Report } from '../../../shared/report/report.ts'
import type { CalendarDate } from '../../../shared/text/chinese-date.ts'

/** The correction checklist of one report as the desk prints it. Every text is fit to be printed. */
export interface Sheet {
  readonly office: string
  readonly contact: string
  readonly unit: string | null
  readonly year: number | null
  readonly title: string | null
  readonly edition: string
  /** Number of the notice that fixed the form. */
  readonly notice: string
  readonly file: string
  /** From 1. */
  readonly version: number
  readonly date: CalendarDate
  readonly verdict: Verdict
  readonly items: readonly SheetItem[]
  /** What was set aside, numbered on from the items; empty where it is left out. */
  readonly setAside: readonly SetAsideItem[]
  readonly notChecked: readonly string[]
}

export interface SheetItem extends ChecklistItem {
  /** A person has ticked it off already. */
  readonly isFixed: boolean
}

export interface SetAsideItem extends ChecklistItem {
  readonly reason: string
}

/** What a sheet is made from. */
export interface SheetSource {
  readonly report: Report
  readonly form: Edition
  readonly findings: readonly KeyedFinding[]
  readonly notChecked: readonly string[]
  readonly verdict: Verdict
  readonly decisions: Decisions
  readonly fileName: string
  readonly version: number
}

export interface SheetOptions {
  readonly office: string
  readonly contact: string
  readonly date: CalendarDate
  readonly withSetAside: boolean
}

/** The sheet of a report: what must be corrected in the order of reading, then what was set aside and why. */
export function toSheet(source: SheetSource, options: SheetOptions): Sheet {
  const { report, form, decisions, fileName, verdict } = source
  const findings = source.findings.filter(({ finding }) => isDecidable(finding))
  const isAside = ({ key }: KeyedFinding): boolean => decisions.get(key)?.kind === 'set-aside'
  const wanted = findings.filter((finding) => !isAside(finding))
  const aside = options.withSetAside ? findings.filter(isAside) : []
  const ordered = [...wanted, ...aside]
  const checklist = toChecklist(
    fileName,
    {
      report,
      verdict,
      findings: ordered.map(({ finding }) => finding),
      notChecked: source.notChecked,
    },
    form,
  )
  const { unit, year, title, edition, notice, file, notChecked, items } = checklist
  return {
    office: printable(options.office),
    contact: printable(options.contact),
    unit,
    year,
    title,
    edition,
    notice,
    file,
    version: source.version,
    date: options.date,
    verdict,
    items: items.slice(0, wanted.length).map((item, index) => ({
      ...item,
      isFixed: decisions.get(wanted[index]?.key ?? '')?.kind === 'fixed',
    })),
    setAside: items.slice(wanted.length).map((item, index) => {
      const decision = decisions.get(aside[index]?.key ?? '')
      return { ...item, reason: decision?.kind === 'set-aside' ? printable(decision.reason) : '' }
    }),
    notChecked,
  }
}

import type { Place } from '../document/source-document.ts'
import type { CellId, Edition } from '../form/edition.ts'
import type { Severity } from '../report/finding.ts'
import type { Report } from '../report/report.ts'

/** A rule that needs one report alone. */
export interface ReportRule {
  readonly meta: RuleMeta
  /** Pure; only decides. The runner adds what `meta` says and lowers what hangs on uncertain readings. */
  readonly check: (report: Report, form: Edition) => readonly RuleFinding[]
}

export interface RuleMeta {
  /** The file's name. */
  readonly id: string
  readonly severity: Severity
  /** The notice or article that the rule rests on, for the form the report follows. */
  readonly basis: (form: Edition) => string
  /** What the rule checks, in one plain sentence for the rule reference. */
  readonly about: string
}

/** What a rule says; the runner makes a finding of it. */
export interface RuleFinding {
  readonly message: string
  readonly cells: readonly CellId[]
  readonly expected?: string
  readonly actual?: string
  /** Lower than the rule's own where the case is milder. */
  readonly severity?: Severity
  /** More precise than the rule's own where there is such a basis. */
  readonly basis?: string
  readonly at?: readonly Place[]
  /**
   * Where the finding is read: before the cells of that section, from 1; 0 before the first, 7 after the last.
   * Where it is left out, the finding stands at its first cell.
   */
  readonly section?: number
}

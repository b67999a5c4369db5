import type { Severity } from '../../../shared/report/finding.ts'

/** As the printed checklist calls them too. */
export { SEVERITY_WORDS as SEVERITY_NAMES } from '../../../shared/checklist/checklist-words.ts'

/** `3 处错误`, the way a person counts them. */
export const countWords = (counts: Readonly<Record<Severity, number>>): string =>
  [
    counts.error > 0 ? `${counts.error} 处错误` : '',
    counts.warning > 0 ? `${counts.warning} 处请核对` : '',
    counts.info > 0 ? `${counts.info} 条提示` : '',
  ]
    .filter((words) => words !== '')
    .join('、')

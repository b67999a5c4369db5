import type { DifferenceCounts } from '../../../../shared/desk/version-difference.ts'

/** How far an import is, and what came of it so far. */
export interface ImportProgress {
  readonly phase: 'running' | 'cancelling' | 'ended'
  /** Files given, and files whose result is kept. */
  readonly total: number
  readonly done: number
  /** The files being read now. */
  readonly current: readonly string[]
  /** Milliseconds since 1970. */
  readonly startedAt: number
  readonly endedAt: number | null
  readonly wasCancelled: boolean
  /** Reports that were not known before. */
  readonly added: number
  readonly unreadable: number
  /** Files whose very bytes were known already. */
  readonly known: readonly ImportNotice[]
  readonly newVersions: readonly VersionNotice[]
  /** Files that were not kept, and one sentence why; the import stopped there. */
  readonly refused: string | null
}

export interface ImportNotice {
  readonly fileName: string
  readonly reportId: number
  /** What the report is called. */
  readonly name: string
}

export interface VersionNotice extends ImportNotice {
  readonly number: number
  readonly difference: DifferenceCounts | null
}

/** What came of one file. */
export type FileOutcome =
  | { readonly kind: 'added' }
  | { readonly kind: 'unreadable' }
  | (ImportNotice & { readonly kind: 'known' })
  | (VersionNotice & { readonly kind: 'new-version' })

export const startProgress = (total: number, at: number): ImportProgress => ({
  phase: 'running',
  total,
  done: 0,
  current: [],
  startedAt: at,
  endedAt: null,
  wasCancelled: false,
  added: 0,
  unreadable: 0,
  known: [],
  newVersions: [],
  refused: null,
})

/** More notices than this are only counted: a folder dropped twice says the same of each file. */
const MOST_NOTICES = 200

/** The progress after one more file. */
export function afterFile(progress: ImportProgress, outcome: FileOutcome): ImportProgress {
  const next = { ...progress, done: progress.done + 1 }
  switch (outcome.kind) {
    case 'added':
      return { ...next, added: progress.added + 1 }
    case 'unreadable':
      return { ...next, unreadable: progress.unreadable + 1 }
    case 'known':
      return { ...next, known: [...progress.known, outcome].slice(0, MOST_NOTICES) }
    case 'new-version':
      return { ...next, newVersions: [...progress.newVersions, outcome].slice(0, MOST_NOTICES) }
  }
}

/** Fewer files or less time than this say nothing about the speed. */
const ENOUGH_FILES = 3
const ENOUGH_MILLISECONDS = 1_500

/** `每秒 12 份，约剩 40 秒`; empty while nobody can tell. */
export function paceWords({ done, total, startedAt, phase }: ImportProgress, now: number): string {
  const elapsed = now - startedAt
  if (phase !== 'running' || done < ENOUGH_FILES || elapsed < ENOUGH_MILLISECONDS) return ''
  const perSecond = (done / elapsed) * 1000
  return `${speedWords(perSecond)}，约剩 ${timeWords((total - done) / perSecond)}`
}

const speedWords = (perSecond: number): string =>
  perSecond >= 1
    ? `每秒 ${Math.round(perSecond)} 份`
    : `每分钟 ${Math.max(1, Math.round(perSecond * 60))} 份`

/** Rounded up, so that it is not over before it said so. */
function timeWords(seconds: number): string {
  if (seconds < 60) return `${Math.max(1, Math.ceil(seconds))} 秒`
  const minutes = Math.ceil(seconds / 60)
  return minutes < 60 ? `${minutes} 分钟` : `${Math.floor(minutes / 60)} 小时 ${minutes % 60} 分钟`
}

/** `新增 12 份，新版本 1 份，已有 3 份，读不了 2 份`. */
export function outcomeWords({ added, newVersions, known, unreadable }: ImportProgress): string {
  const parts = [
    added > 0 ? `新增 ${added} 份` : '',
    newVersions.length > 0 ? `新版本 ${newVersions.length} 份` : '',
    known.length > 0 ? `早已导入过 ${known.length} 份` : '',
    unreadable > 0 ? `读不了 ${unreadable} 份` : '',
  ].filter((part) => part !== '')
  return parts.length === 0 ? '没有新的报告' : parts.join('，')
}

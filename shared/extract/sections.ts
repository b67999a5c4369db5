import type { Block, SourceDocument } from '../document/source-document.ts'
import type { FormSection } from '../form/edition.ts'
import { headingOf } from '../form/official-sections.ts'
import type { HeadingAgreement, SectionReading } from '../report/report.ts'
import { joinLines, repairRadicals } from '../text/display.ts'
import { fold } from '../text/fold.ts'
import { toLabelKey } from '../text/label.ts'
import { likeness } from '../text/likeness.ts'
import type { Line } from './lines.ts'

/** The sections as they were found, with the blocks at which they begin. */
export interface FoundSections {
  readonly readings: readonly SectionReading[]
  /** For each section number the index of its heading's block; null where it was not found. */
  readonly blocks: readonly (number | null)[]
}

/** Finds the form's six headings among the lines of the document, in the form's order where they keep it. */
export function findSections(
  document: SourceDocument,
  lines: readonly Line[],
  sections: readonly FormSection[],
): FoundSections {
  const candidates = toCandidates(lines, sections)
  const chain = longestChain(candidates)
  const taken = new Set(chain.map((candidate) => candidate.line))
  const chosen = sections.map(({ number }): Candidate | undefined => {
    const inOrder = chain.find((candidate) => candidate.number === number)
    if (inOrder !== undefined) return inOrder
    const elsewhere = candidates.filter(
      (candidate) => candidate.number === number && candidate.isExact && !taken.has(candidate.line),
    )
    return elsewhere[0] ?? unusualHeading(number, lines, chain)
  })
  const starts = chosen.flatMap((candidate) => (candidate === undefined ? [] : [candidate]))
  const readings = sections.map((section, i): SectionReading => {
    const candidate = chosen[i]
    if (candidate === undefined) {
      return { number: section.number, heading: null, agreement: 'absent', text: '', at: [] }
    }
    const isInOrder = chain.includes(candidate) || !candidate.isExact
    return {
      number: section.number,
      heading: candidate.heading,
      agreement: isInOrder ? agreementOf(candidate, section) : 'out-of-order',
      text: textUnder(document, lines, candidate, starts),
      at: candidate.line.at,
    }
  })
  return { readings, blocks: chosen.map((candidate) => candidate?.line.block ?? null) }
}

/** A line that may be the heading of a section. */
interface Candidate {
  readonly number: number
  readonly line: Line
  readonly index: number
  readonly weight: number
  /** The heading as it stands there, white space removed. */
  readonly heading: string
  /** What follows the heading in the same line. */
  readonly rest: string
  readonly isExact: boolean
}

function toCandidates(
  lines: readonly Line[],
  sections: readonly FormSection[],
): readonly Candidate[] {
  const found = lines.map((line, index) =>
    mayHoldHeading(line)
      ? sections.flatMap((section) => toCandidate(line, index, section, lines[index + 1]) ?? [])
      : [],
  )
  return found.flatMap((own, index) => {
    // In a table of contents the next line is a heading too.
    const isListed = own.some(({ number }) =>
      found[index + 1]?.some(
        (next) => next.isExact && next.number === number + 1 && !isTable(number, sections),
      ),
    )
    return isListed
      ? own.map((candidate) => ({ ...candidate, weight: candidate.weight - 0.5 }))
      : own
  })
}

/** A short line, or one that begins with a number and a mark: the heading may run on into its text. */
const mayHoldHeading = (line: Line): boolean =>
  line.label.length <= LONGEST_RAW_HEADING || /^\s*[\p{Script=Han}]\s*[、.．,，]/u.test(line.label)

const isTable = (number: number, sections: readonly FormSection[]): boolean =>
  sections.some((section) => section.number === number && section.table !== null)

/** In characters, white space included. */
const LONGEST_RAW_HEADING = 90
/** In characters, folded. A longer line is a sentence. */
const LONGEST_HEADING = 45
/** From this likeness on a line can be a heading with the right number, and without it. */
const ALIKE_WITH_NUMBER = 0.6
const ALIKE_WITHOUT_NUMBER = 0.8

/** `（一）`, `1.`: the numbers of headings inside a section. */
const SUB_NUMBER = /^(?:\(|\d)/u

function toCandidate(
  line: Line,
  index: number,
  section: FormSection,
  next: Line | undefined,
): Candidate | undefined {
  const whole = withRest(line, section)
  const text = whole?.heading ?? joined(line, next, section) ?? line.label
  if (fold(text).length > LONGEST_HEADING) return undefined
  const key = toLabelKey(text)
  const official = toLabelKey(headingOf(section))
  const isExact = key.words === official.words
  const alike = isExact ? 1 : likeness(key.words, official.words)
  const hasNumber = key.ordinal === section.number
  if (alike < (hasNumber ? ALIKE_WITH_NUMBER : ALIKE_WITHOUT_NUMBER)) return undefined
  // `（四）政府信息管理情况` is a heading inside section one, never one of the six.
  if (!isExact && (SUB_NUMBER.test(fold(text)) || (!hasNumber && key.ordinal !== null))) {
    return undefined
  }
  const weight =
    1 + alike + (hasNumber ? 0.5 : 0) + (line.level > 0 ? 0.2 : 0) - (line.isTableRow ? 0.2 : 0)
  return {
    number: section.number,
    line,
    index,
    weight,
    heading: joinLines([text]),
    rest: whole?.rest ?? '',
    isExact,
  }
}

/** The heading and the text run on in one line: `六、其他需要报告的事项：无`. */
function withRest(line: Line, section: FormSection): { heading: string; rest: string } | undefined {
  const start = line.label.slice(0, LONGEST_RAW_HEADING)
  const key = toLabelKey(start)
  if (key.ordinal !== section.number) return undefined
  const official = toLabelKey(headingOf(section)).words
  const head = Array.from(start)
  if (!key.words.startsWith(official) || key.words === official) return undefined
  const end = head.findIndex((_, i) => toLabelKey(head.slice(0, i + 1).join('')).words === official)
  const heading = head.slice(0, end + 1).join('')
  const rest = line.label.slice(heading.length)
  // Without a mark or a space between them it is a longer heading, not a heading and its text.
  if (end < 0 || !/^[\s\p{P}]/u.test(rest)) return undefined
  return { heading, rest: rest.replace(/^[\s\p{P}]+/u, '') }
}

/** A heading broken over two lines. */
function joined(line: Line, next: Line | undefined, section: FormSection): string | undefined {
  if (next === undefined || next.isTableRow || toLabelKey(line.label).ordinal !== section.number)
    return undefined
  const both = line.label + next.text
  return toLabelKey(both).words === toLabelKey(headingOf(section)).words ? both : undefined
}

/** The heaviest run of candidates whose numbers rise with their place. */
function longestChain(candidates: readonly Candidate[]): readonly Candidate[] {
  const best: { weight: number; previous: number }[] = []
  for (const [i, candidate] of candidates.entries()) {
    let weight = 0
    let previous = -1
    for (let j = 0; j < i; j++) {
      const earlier = candidates[j]
      const total = best[j]?.weight ?? 0
      if (
        earlier !== undefined &&
        earlier.number < candidate.number &&
        earlier.index < candidate.index &&
        total >= weight
      ) {
        weight = total
        previous = j
      }
    }
    best.push({ weight: weight + candidate.weight, previous })
  }
  let at = best.reduce((top, entry, i) => (entry.weight >= (best[top]?.weight ?? 0) ? i : top), 0)
  const chain: Candidate[] = []
  while (at >= 0) {
    const candidate = candidates[at]
    if (candidate === undefined) break
    chain.unshift(candidate)
    at = best[at]?.previous ?? -1
  }
  return chain
}

/** Words by which a heading in other words is still known for what it is; by section number. */
const TELLING_WORDS: Readonly<Record<number, RegExp>> = {
  1: /总体|概述|概况|基本情况/u,
  2: /主动公开/u,
  3: /申请/u,
  4: /复议|诉讼/u,
  5: /问题|不足|改进|整改/u,
  6: /其他|事项/u,
}

/** A heading in other words: the right number, a telling word, and between its neighbours. */
function unusualHeading(
  number: number,
  lines: readonly Line[],
  chain: readonly Candidate[],
): Candidate | undefined {
  const after = Math.max(-1, ...chain.filter((c) => c.number < number).map((c) => c.index))
  const before = Math.min(
    lines.length,
    ...chain.filter((c) => c.number > number).map((c) => c.index),
  )
  for (let index = after + 1; index < before; index++) {
    const line = lines[index]
    if (line === undefined) continue
    const folded = fold(line.label)
    const isHeading =
      MAJOR_NUMBER.test(folded) &&
      folded.length <= LONGEST_UNUSUAL &&
      !/[。;；]$/u.test(line.text.trim())
    if (!isHeading || toLabelKey(line.label).ordinal !== number) continue
    if (TELLING_WORDS[number]?.test(folded) !== true) continue
    const heading = joinLines([line.label])
    return { number, line, index, weight: 0, heading, rest: '', isExact: false }
  }
  return undefined
}

const MAJOR_NUMBER = /^[一二三四五六七八九十]+、/u
const LONGEST_UNUSUAL = 30

function agreementOf(candidate: Candidate, section: FormSection): HeadingAgreement {
  if (!candidate.isExact) return 'words-differ'
  const { ordinal } = toLabelKey(candidate.heading)
  if (ordinal === null) return 'number-absent'
  return ordinal === section.number ? 'official' : 'number-differs'
}

/** The prose between this heading and the next one found. */
function textUnder(
  document: SourceDocument,
  lines: readonly Line[],
  candidate: Candidate,
  starts: readonly Candidate[],
): string {
  const end = Math.min(
    document.blocks.length,
    ...starts.filter((other) => other.index > candidate.index).map((other) => other.line.block),
  )
  const headingLine = lines[candidate.index + 1]
  const isBroken =
    headingLine !== undefined && candidate.heading.endsWith(joinLines([headingLine.text]))
  const from = candidate.line.block + 1 + (isBroken ? 1 : 0)
  const texts = document.blocks
    .slice(from, end)
    .flatMap((block: Block) => (block.kind === 'paragraph' ? [block.text.trim()] : []))
  return repairRadicals([candidate.rest, ...texts].filter((text) => text !== '').join('\n'))
}

import type { PageLines } from './page-lines.ts'
import { median } from './positions.ts'
import type { TextLine } from './text-lines.ts'
import { plainText } from './text-lines.ts'

/** Shares of the page's height within which running heads and feet stand. */
const HEAD_ZONE = 0.11
const FOOT_ZONE = 0.88
/** In points: how far a running line may shift from page to page. */
const SHIFT = 4
/** In ems: the least distance of a running line from the text. */
const APART = 1.1
/** Share of the text's size below which a line is set smaller. */
const SMALLER = 0.93
/** In characters: shorter lines may be headings or numbers, and say little about the text's size. */
const LONG_LINE = 12
/** Lines from the edge that are looked at. */
const DEPTH = 2

/** The pages' lines without running heads, running feet and page numbers. */
export function withoutRunningLines(pages: readonly PageLines[]): readonly PageLines[] {
  const body = bodySize(pages)
  const candidates = pages.flatMap((page) =>
    marginLines(page, body).map((line) => ({ page, line })),
  )
  const alike = groupedBy(candidates, ({ line }) => withoutDigits(line))
  const numbers = groupedBy(candidates.filter(isBareNumber), pageOffset)
  const isRunning = (candidate: Candidate) =>
    MARKED_NUMBER.test(compact(candidate.line)) ||
    (isBareNumber(candidate) && isCounting(candidate, numbers)) ||
    alike.get(withoutDigits(candidate.line))?.some((other) => isRepeated(candidate, other)) === true
  const running = new Set(candidates.filter(isRunning).map(({ line }) => line))
  return pages.map((page) => ({ ...page, lines: page.lines.filter((line) => !running.has(line)) }))
}

interface Candidate {
  readonly page: PageLines
  readonly line: TextLine
}

function groupedBy<K>(
  candidates: readonly Candidate[],
  keyOf: (candidate: Candidate) => K,
): ReadonlyMap<K, readonly Candidate[]> {
  const groups = new Map<K, Candidate[]>()
  for (const candidate of candidates) {
    const group = groups.get(keyOf(candidate))
    if (group === undefined) groups.set(keyOf(candidate), [candidate])
    else group.push(candidate)
  }
  return groups
}

const isRepeated = (a: Candidate, b: Candidate) =>
  a.page !== b.page && Math.abs(distanceFromEdge(a) - distanceFromEdge(b)) <= SHIFT

/** Size of most of the document's longer lines, in points. */
function bodySize(pages: readonly PageLines[]): number {
  const lines = pages.flatMap((page) => page.lines)
  const long = lines.filter((line) => plainText(line).length >= LONG_LINE)
  return median((long.length > 0 ? long : lines).map(({ size }) => size))
}

/** The first and last lines of a page, where they stand in its margins, apart from the text. */
function marginLines({ lines, height }: PageLines, body: number): readonly TextLine[] {
  const isHead = ({ box, size }: TextLine) =>
    box.bottom < HEAD_ZONE * height &&
    isApart(
      lines
        .filter((other) => other.box.top > box.bottom)
        .map((other) => other.box.top - box.bottom),
      size,
      body,
    )
  const isFoot = ({ box, size }: TextLine) =>
    box.top > FOOT_ZONE * height &&
    isApart(
      lines
        .filter((other) => other.box.bottom < box.top)
        .map((other) => box.top - other.box.bottom),
      size,
      body,
    )
  const sorted = [...lines].sort((a, b) => a.box.top - b.box.top)
  const head = edgeBlock(sorted.slice(0, DEPTH), isHead)
  const foot = edgeBlock(sorted.slice(-DEPTH).toReversed(), isFoot)
  return [...new Set([...head, ...foot])]
}

/** Lines from the edge of the page to the innermost one that stands apart from the text. */
function edgeBlock(
  fromEdge: readonly TextLine[],
  isApartLine: (line: TextLine) => boolean,
): readonly TextLine[] {
  return fromEdge.slice(0, fromEdge.findLastIndex(isApartLine) + 1)
}

/** Whether the nearest thing towards the text is further off than lines of the text are, or in another size. */
function isApart(distances: readonly number[], size: number, body: number): boolean {
  return distances.every((distance) => distance >= APART * size) || size < SMALLER * body
}

/** Pages of one document may differ in height; a foot keeps its distance from the lower edge. */
function distanceFromEdge({ page, line }: Candidate): number {
  return line.box.top < page.height / 2 ? line.box.top : line.box.top - page.height
}

const withoutDigits = (line: TextLine) =>
  plainText(line)
    .replaceAll(/[0-9０-９]+/g, '#')
    .replaceAll(/\s/g, '')

/** A number between dashes, 第 n 页, n / m: nothing else is written so in a margin. */
const MARKED_NUMBER =
  /^(?:[-—–―－_·•~]+\d{1,4}[-—–―－_·•~]+|第\d{1,4}页(?:[,，/]?共\d{1,4}页)?|\d{1,4}[/／]\d{1,4}|第[一二三四五六七八九十百]+页|page\d{1,4}(?:of\d{1,4})?)$/iu
const BARE_NUMBER = /^\d{1,4}$/

const isBareNumber = ({ line }: Candidate) => BARE_NUMBER.test(compact(line))

const pageOffset = ({ page, line }: Candidate) => Number(compact(line)) - page.page

/** A bare number is a page's where it counts along with the pages, or equals the page's own number. */
function isCounting(
  candidate: Candidate,
  numbers: ReadonlyMap<number, readonly Candidate[]>,
): boolean {
  const offset = pageOffset(candidate)
  return offset === 0 || numbers.get(offset)?.some(({ page }) => page !== candidate.page) === true
}

const compact = (line: TextLine) => plainText(line).normalize('NFKC').replaceAll(/\s/g, '')

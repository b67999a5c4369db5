import { cell, type DocxParts, paragraph, rawCell, rawParagraph, row, run } from './docx.ts'

/** Gives a whole number from 0 up to, not including, `below`; the same row of numbers for the same seed. */
type Dice = (below: number) => number

function diceOf(seed: number): Dice {
  let state = seed * 7919 + 1
  return (below) => {
    state = (state * 48_271) % 0x7fffffff
    return state % below
  }
}

/**
 * A document that no person would write, with merges, gaps, ragged rows, frames, text boxes, numbers, changes and
 * hidden text in any order; the same one for the same seed.
 */
export function randomBody(seed: number): DocxParts {
  const dice = diceOf(seed)
  const numbering =
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>' +
    '<w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>' +
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
  return { body: randomBlocks(dice, 2), numbering }
}

function randomBlocks(dice: Dice, depth: number): string {
  let blocks = ''
  for (let count = dice(4); count >= 0; count -= 1) {
    blocks +=
      depth > 0 && dice(3) === 0 ? randomTable(dice, depth - 1) : randomParagraph(dice, depth)
  }
  return blocks
}

function randomParagraph(dice: Dice, depth: number): string {
  const properties = [
    '',
    '<w:numPr><w:numId w:val="1"/></w:numPr>',
    '<w:outlineLvl w:val="1"/>',
    '<w:rPr><w:del w:id="1"/></w:rPr>',
  ]
  let runs = ''
  for (let count = dice(3); count > 0; count -= 1) runs += randomRun(dice, depth)
  return rawParagraph(runs, properties[dice(12)] ?? '')
}

function randomRun(dice: Dice, depth: number): string {
  const text = `${'甲乙丙丁 '.charAt(dice(5))}${dice(100)}`
  switch (dice(9)) {
    case 0:
      return `<w:ins w:id="1">${run(text)}</w:ins>`
    case 1:
      return `<w:del w:id="1">${run(text)}</w:del>`
    case 2:
      return run(text, '<w:vanish/>')
    case 3:
      return `<w:r><w:t>${text}</w:t><w:tab/><w:br/><w:t>尾</w:t></w:r>`
    case 4:
      return depth > 0 ? randomBox(dice, depth - 1) : run(text)
    default:
      return run(text, dice(2) === 0 ? '<w:b/>' : '')
  }
}

function randomBox(dice: Dice, depth: number): string {
  const box = `<w:txbxContent>${randomBlocks(dice, depth)}</w:txbxContent>`
  return `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor>${box}</wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>`
}

function randomTable(dice: Dice, depth: number): string {
  const columns = 1 + dice(5)
  const grid = '<w:gridCol w:w="1000"/>'.repeat(dice(4) === 0 ? dice(7) : columns)
  let rows = ''
  for (let count = 1 + dice(5); count > 0; count -= 1) rows += randomRow(dice, depth, columns)
  return `<w:tbl><w:tblGrid>${grid}</w:tblGrid>${rows}</w:tbl>`
}

function randomRow(dice: Dice, depth: number, columns: number): string {
  const before = dice(6) === 0 ? dice(columns) : 0
  let cells = ''
  let column = before
  while (column < columns && dice(20) > 0) {
    const span = dice(5) === 0 ? 1 + dice(columns - column) : 1
    cells += randomCell(dice, depth, span)
    column += span
  }
  if (dice(15) === 0) cells += cell('余')
  const properties = before > 0 ? `<w:gridBefore w:val="${before}"/>` : ''
  return row(cells, properties + (dice(12) === 0 ? '<w:del w:id="1"/>' : ''))
}

function randomCell(dice: Dice, depth: number, span: number): string {
  const merges = [
    '<w:vMerge w:val="restart"/>',
    '<w:vMerge/>',
    '<w:vMerge/>',
    '<w:hMerge w:val="restart"/>',
    '<w:hMerge/>',
    '<w:cellDel w:id="1"/>',
  ]
  const width = dice(3) === 0 ? `<w:tcW w:w="${span * 1000}" w:type="dxa"/>` : ''
  const properties = `${width}<w:gridSpan w:val="${span}"/>${merges[dice(18)] ?? ''}`
  if (dice(5) === 0) return cell('', properties)
  return rawCell(randomBlocks(dice, depth) + paragraph(''), properties)
}

// What runs inside the page of the desk; page-probes.ts says what comes back.

const plain = (text) => text.replace(/\s+/g, '')
const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))

/** What a click changes is there at once; effects may take one turn more. */
const turn = () => new Promise((resolve) => setTimeout(resolve))

/** The text under a mark. Of a PDF: the words whose middle lies in it, once the page is drawn. */
async function textUnder(mark) {
  const page = mark.closest('.pdf-page')
  if (page === null) return mark.textContent
  for (let wait = 0; wait < 300 && page.querySelector('.pdf-text span') === null; wait++)
    await frame()
  const box = mark.getBoundingClientRect()
  return [...page.querySelectorAll('.pdf-text span')]
    .filter((span) => {
      const { left, right, top, bottom } = span.getBoundingClientRect()
      const [x, y] = [(left + right) / 2, (top + bottom) / 2]
      return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom
    })
    .map(({ textContent }) => textContent)
    .join('')
}

const selectedCell = () =>
  document.querySelector('.cell-selected')?.getAttribute('data-cell') ?? null

/** Chooses another cell, which may scroll, then clicks where the mark was; the cell that this chooses. */
async function clickBack(mark, other) {
  const line = mark.closest('[data-line]')
  if (line !== null) return clickInLine(line, mark, other)
  const target = mark.closest('.pdf-page') ?? mark
  const box = mark.getBoundingClientRect()
  const before = target.getBoundingClientRect()
  const x = (box.left + box.right) / 2 - before.left
  const y = (box.top + box.bottom) / 2 - before.top
  other.click()
  await turn()
  const now = target.getBoundingClientRect()
  const at = { clientX: now.left + x, clientY: now.top + y }
  target.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, ...at }))
  await turn()
  return selectedCell()
}

/** The same in a line of text, which is cut anew with every mark: the column stays. */
async function clickInLine(line, mark, other) {
  const column = Number(mark.getAttribute('data-column'))
  const isBlank = mark.textContent === ''
  other.click()
  await turn()
  line.scrollIntoView({ block: 'center' })
  const box = boxOfColumn(line, column) ?? boxOfColumn(line, column - 1)
  if (box === null) return null
  // A blank cell has no width: the white space beside it is what a person hits.
  const at = {
    clientX: isBlank ? box.left + 1 : (box.left + box.right) / 2,
    clientY: (box.top + box.bottom) / 2,
  }
  const target = document.elementFromPoint(at.clientX, at.clientY)
  target.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, ...at }))
  await turn()
  return selectedCell()
}

/** Where a character of a line stands; null for a column that the line does not have. */
function boxOfColumn(line, column) {
  for (const piece of line.querySelectorAll('[data-column]')) {
    const at = column - Number(piece.getAttribute('data-column'))
    if (at < 0 || at >= piece.textContent.length) continue
    const range = document.createRange()
    range.setStart(piece.firstChild, at)
    range.setEnd(piece.firstChild, at + 1)
    return range.getBoundingClientRect()
  }
  return null
}

async function markEveryCell() {
  const source = document.querySelector('.source-view')
  const root = source.querySelector('.paper, .pages')?.shadowRoot ?? source
  const cells = [...document.querySelectorAll('[data-cell]')]
  const results = []
  for (const cell of cells) {
    const isMissing = cell.classList.contains('lens-missing')
    cell.click()
    await turn()
    const marks = [...root.querySelectorAll('[data-mark="selected"]')]
    const texts = []
    for (const mark of marks) texts.push(await textUnder(mark))
    const [mark] = marks
    results.push({
      id: cell.getAttribute('data-cell'),
      raw: isMissing ? null : plain(cell.querySelector('.cell-raw').textContent),
      marked: mark === undefined ? null : plain(texts.join('')),
      back:
        mark === undefined ? null : await clickBack(mark, cell === cells[0] ? cells[1] : cells[0]),
    })
  }
  return results
}

function paste(clipboardData) {
  document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
}

function pasteText(text) {
  const data = new DataTransfer()
  data.setData('text/plain', text)
  paste(data)
}

function pasteFile({ name, content }) {
  const bytes = Uint8Array.from(atob(content), (character) => character.charCodeAt(0))
  const data = new DataTransfer()
  data.items.add(new File([bytes], name))
  paste(data)
}

globalThis.probes = { markEveryCell, pasteText, pasteFile }

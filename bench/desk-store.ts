import type { Page } from 'playwright-core'
import { toSearchText } from '../shared/desk/search-text.ts'

/** Fills the store with that many reports: each a copy of one that the desk has read, under another unit. */
export async function cloneReports(page: Page, count: number): Promise<void> {
  for (let from = 0; from < count; from += PORTION) {
    const rows = Array.from({ length: Math.min(PORTION, count - from) }, (_, index) => {
      const number = from + index
      const unit = unitOf(number)
      const year = 2019 + (number % 7)
      const title = `${unit}人民政府${year}年政府信息公开工作年度报告`
      return {
        unit,
        unitKey: unit,
        year,
        title,
        key: `${unit}|${year}`,
        search: toSearchText({ unit, title, fileName: '' }),
      }
    })
    await page.evaluate(`(${COPY})(${JSON.stringify(rows)})`)
  }
}

const PORTION = 1_000

const unitOf = (number: number): string =>
  [
    pick('岚云清临沙青白石柳南东西', number),
    pick('河岭浦汐棠溪山江', Math.floor(number / 12)),
    '县',
    pick('清白柳石南青金银长安', Math.floor(number / 96)),
    pick('溪鹭湾渡坪山桥水塘岗', Math.floor(number / 7)),
    number % 3 === 0 ? '乡' : '镇',
    `第${number}站`,
  ].join('')

const pick = (characters: string, number: number): string =>
  characters[number % characters.length] ?? ''

/** Runs in the page, past the program: all tables, so that what lies beside the list weighs as much as in life. */
const COPY = `async (rows) => {
  const done = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  const database = await done(indexedDB.open('nianbao-desk'))
  const names = ['reports', 'versions', 'readings', 'views', 'checks', 'journal']
  const writing = database.transaction(names, 'readwrite')
  const store = (name) => writing.objectStore(name)
  const models = await done(store('reports').getAll(null, 20))
  const parts = []
  for (const model of models) {
    const id = model.currentVersion
    parts.push({
      model,
      version: await done(store('versions').get(id)),
      reading: await done(store('readings').get(id)),
      view: await done(store('views').get(id)),
      check: await done(store('checks').get(id)),
    })
  }
  for (const [index, row] of rows.entries()) {
    const { model, version, reading, view, check } = parts[index % parts.length]
    const { id: _report, ...report } = model
    const { id: _version, ...rest } = version
    const reportId = await done(store('reports').add({ ...report, ...row }))
    const versionId = await done(store('versions').add({ ...rest, reportId, sha256: 'copy-' + reportId }))
    store('readings').add({ ...reading, versionId })
    store('views').add({ ...view, versionId })
    store('checks').add({ ...check, versionId })
    const revision = await done(store('journal').add({
      reportId, at: Date.now(), entry: { kind: 'version', versionId, changes: [] },
    }))
    store('reports').put({ ...report, ...row, id: reportId, currentVersion: versionId, revision })
  }
  await new Promise((resolve, reject) => {
    writing.oncomplete = resolve
    writing.onabort = () => reject(writing.error)
  })
  database.close()
}`

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { readDocument } from '../../main/work/read-document.ts'
import { checkReport } from '../../shared/check/check-report.ts'
import { keyFindings } from '../../shared/desk/finding-key.ts'
import { findEdition } from '../../shared/form/editions.ts'
import { fromPlainReport } from '../../shared/ipc/plain-report.ts'
import { journey, SAMPLES } from './desk.ts'
import { eventually } from './walking.ts'

const REASON = '上级要求这样填写'

describe('a database of version 1, as the first desk wrote it', () => {
  journey('opens in today’s desk with all that was in it', async ({ page }) => {
    const old = await version1Database()
    await replaceDatabase(page, old)

    await eventually(() => page.locator('.report-unit b').allInnerTexts()).toHaveLength(2)
    expect((await page.locator('.report-unit b').allInnerTexts()).toSorted()).toEqual([
      '岚河县清溪镇',
      '青岭县石渡镇',
    ])
    await page
      .getByRole('searchbox', { name: '搜索报告' })
      .or(page.getByLabel('搜索报告'))
      .fill('清溪')
    await eventually(() => page.locator('.report-unit b').allInnerTexts()).toEqual(['岚河县清溪镇'])

    await page.locator('.report-unit').first().dblclick()
    await page.locator('.finding').first().waitFor()
    // Findings, the decision with its reason, the cell set by hand with what was read, and the source itself.
    const first = page.locator(`.finding[data-key=${JSON.stringify(old.decided)}]`)
    expect(await first.textContent()).toContain('搁置')
    await first.locator('.finding-line').click()
    expect(await first.textContent()).toContain(REASON)
    await page.getByText('一、总体情况').first().waitFor()
    await page.locator(`[data-cell="${CORRECTED.cell}"]`).first().click()
    expect(await page.locator('.cell-bar').textContent()).toContain(CORRECTED.raw)
    expect(await page.locator('.cell-bar').textContent()).toContain('人工填写')

    await page.evaluate("location.hash = '/settings'")
    await eventually(() => page.getByPlaceholder('如 ××县人民政府办公室').inputValue()).toBe(
      '某县政务公开办',
    )
    await page.evaluate("location.hash = '/unreadable'")
    await page.getByRole('heading', { name: '加密的年报.docx' }).waitFor()
  })

  journey(
    'is of the newest version afterwards, and is opened again without a move',
    async ({ page }) => {
      await replaceDatabase(page, await version1Database())
      await page.locator('.report-unit').first().waitFor()
      expect(await page.evaluate('indexedDB.databases()')).toContainEqual({
        name: 'nianbao-desk',
        version: 20,
      })
      await page.reload()
      await eventually(() => page.locator('.report-unit').count()).toBe(2)
    },
  )
})

const CORRECTED = { cell: 't4.review.upheld', raw: '7' }

interface OldDatabase {
  /** Rows by the names of their tables; bytes as Base64 under `bytes`. */
  readonly rows: Readonly<Record<string, readonly unknown[]>>
  /** Key of the finding that was set aside. */
  readonly decided: string
}

/** Two samples as version 1 of the schema kept them; its stores stand in renderer/db/migrations/version-1.ts. */
async function version1Database(): Promise<OldDatabase> {
  const first = await sample(1, '清溪镇2023.docx', '岚河县清溪镇', 2023)
  const second = await sample(2, '石渡镇2022.pdf', '青岭县石渡镇', 2022)
  const decided = first.keys[0] ?? ''
  const rows = {
    reports: [first.report, second.report],
    versions: [first.version, second.version],
    sources: [first.source, second.source],
    corrections: [{ versionId: 1, ...CORRECTED, previousRaw: '0', at: 160 }],
    decisions: [
      {
        reportId: 1,
        findingKey: decided,
        kind: 'set-aside',
        reason: REASON,
        at: 150,
        versionId: 1,
      },
    ],
    unreadable: [
      {
        id: 1,
        name: '加密的年报.docx',
        folder: '',
        sha256: 'sha-9',
        code: 'encrypted',
        error: { code: 'encrypted' },
        bytes: Buffer.from('locked').toString('base64'),
        at: 170,
      },
    ],
    settings: [{ key: 'desk.officeName', value: '某县政务公开办' }],
    journal: [{ at: 150, kind: 'decide', payload: {} }],
  }
  return { rows, decided }
}

async function sample(id: number, name: string, unit: string, year: number) {
  const bytes = new Uint8Array(readFileSync(join(SAMPLES, name)))
  const read = await readDocument({ name, bytes: bytes.slice() })
  if (!read.ok) throw new Error(read.error.code)
  const { report, view } = read.value
  const form = findEdition(report.edition)
  if (form === undefined) throw new Error(report.edition)
  const reading = fromPlainReport(report)
  const { findings, notChecked, verdict } = checkReport(reading, form)
  const count = (severity: string) => findings.filter((one) => one.severity === severity).length
  const { edition } = report
  const times = { addedAt: 100 + id }
  return {
    keys: keyFindings(findings, reading).map(({ key }) => key),
    report: {
      id,
      key: `${unit}|${year}`,
      unit,
      year,
      title: report.title?.text ?? null,
      search: unit,
      currentVersion: id,
      verdict,
      errors: count('error'),
      warnings: count('warning'),
      edition,
      state: 'in-review',
      ...times,
      changedAt: 200,
    },
    version: {
      id,
      reportId: id,
      number: 1,
      sha256: `sha-${id}`,
      fileName: name,
      folder: '',
      path: null,
      ...times,
      readAt: 100,
      edition,
      report,
      view,
      findings,
      notChecked,
      verdict,
      rulesVersion: '0.9.0',
    },
    source: {
      sha256: `sha-${id}`,
      bytes: Buffer.from(bytes).toString('base64'),
      size: bytes.byteLength,
    },
  }
}

/** Puts the old database in place of the desk's own, as if it had lain there from the start, and opens the desk. */
async function replaceDatabase(page: Page, { rows }: OldDatabase): Promise<void> {
  const { origin } = new URL(page.url())
  // A page of the same origin in which no program holds the database open.
  const style = await page.locator('link[rel=stylesheet]').first().getAttribute('href')
  await page.goto(new URL(style ?? '', origin).href)
  await page.evaluate(`(${WRITE_OLD})(${JSON.stringify(rows)})`)
  await page.goto(`${origin}/`)
  await page.getByRole('navigation', { name: '画面' }).waitFor()
}

/** Runs in the page, with the browser's own IndexedDB: today's program has no part in it. */
const WRITE_OLD = `async (rows) => {
  const done = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  await done(indexedDB.deleteDatabase('nianbao-desk'))
  localStorage.clear()
  // Dexie counts in tenths.
  const opening = indexedDB.open('nianbao-desk', 10)
  opening.onupgradeneeded = () => {
    const make = (name, options, indexes) => {
      const store = opening.result.createObjectStore(name, options)
      for (const index of indexes) store.createIndex(index, index)
    }
    make('reports', { keyPath: 'id', autoIncrement: true }, ['key', 'year', 'changedAt'])
    make('versions', { keyPath: 'id', autoIncrement: true }, ['reportId', 'sha256'])
    make('sources', { keyPath: 'sha256' }, [])
    make('corrections', { keyPath: ['versionId', 'cell'] }, ['versionId'])
    make('decisions', { keyPath: ['reportId', 'findingKey'] }, ['reportId'])
    make('unreadable', { keyPath: 'id', autoIncrement: true }, ['sha256'])
    make('settings', { keyPath: 'key' }, [])
    make('journal', { keyPath: 'seq', autoIncrement: true }, [])
  }
  const database = await done(opening)
  const names = Object.keys(rows)
  const writing = database.transaction(names, 'readwrite', { durability: 'strict' })
  for (const name of names) {
    for (const row of rows[name]) {
      const bytes = typeof row.bytes === 'string'
        ? { bytes: Uint8Array.from(atob(row.bytes), (one) => one.charCodeAt(0)) } : {}
      writing.objectStore(name).add({ ...row, ...bytes })
    }
  }
  await new Promise((resolve, reject) => {
    writing.oncomplete = resolve
    writing.onabort = () => reject(writing.error)
  })
  database.close()
}`

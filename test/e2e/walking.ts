import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { CellId } from '../../shared/form/edition.ts'

/** Asks again and again until it is as expected: the desk answers at its own pace. */
export const eventually = <T>(look: () => T | Promise<T>, message = '') =>
  expect.poll(look, { timeout: 15_000, interval: 40, message })

/** Waits until an import has ended, and gives what the screen says came of it. */
export async function importEnded(page: Page): Promise<string> {
  const outcome = page.locator('.import-panel .import-outcome')
  await outcome.waitFor()
  return (await outcome.textContent()) ?? ''
}

/** Puts the outcome of the last import away, so that the next one cannot be mistaken for it. */
export const dismissImport = (page: Page): Promise<void> =>
  page.getByRole('button', { name: '收起' }).click()

/** The rows of the reports table in view: unit, year, verdict, errors, things to look at. */
export async function shownReports(page: Page): Promise<readonly string[]> {
  const rows = await page.getByRole('grid', { name: '报告' }).locator('tbody tr').all()
  const texts = await Promise.all(rows.map((row) => row.locator('td').allTextContents()))
  return texts.map(([, unit, year, , verdict, errors, warnings]) =>
    [unit, year, verdict, errors, warnings].join(' '),
  )
}

/** Opens a report from the list with the mouse. */
export async function openReport(page: Page, unit: string): Promise<void> {
  await page.getByRole('grid', { name: '报告' }).getByText(unit).click()
  await page.locator('.form-view').waitFor()
}

/** Drops one file and opens its report. */
export async function importAndOpen(
  page: Page,
  drop: (...paths: readonly string[]) => Promise<void>,
  path: string,
): Promise<void> {
  await drop(path)
  await importEnded(page)
  await page.getByRole('grid', { name: '报告' }).locator('tbody tr').first().click()
  await page.locator('.form-view').waitFor()
}

/** The findings of the opened report, as the pane lists them: rule and decision. */
export const shownFindings = (page: Page): Promise<readonly string[]> =>
  page
    .locator('.finding')
    .evaluateAll((items) =>
      items.map(
        (item) =>
          `${item.getAttribute('data-finding')} ${item.querySelector('.decision')?.textContent}`,
      ),
    )

/** Waits until the pane lists these findings. */
export const expectFindings = (page: Page, findings: readonly string[]): Promise<void> =>
  eventually(() => shownFindings(page)).toEqual(findings)

/** The number of the opened finding in the list, from 0; -1 where none is open. */
export const openFinding = (page: Page): Promise<number> =>
  page
    .locator('.finding')
    .evaluateAll((items) => items.findIndex((item) => item.classList.contains('finding-open')))

export const formCell = (page: Page, id: CellId): Locator => page.locator(`[data-cell="${id}"]`)

/** Shows another screen, as its link in the rail does; the review has no rail. */
export const goTo = (page: Page, screen: 'reports' | 'settings' | 'unreadable' | 'help') =>
  page.evaluate(`location.hash = '/${screen}'`)

/** Ticks a setting, or not; it shows as ticked once it is kept. */
export async function setSetting(page: Page, name: string, isOn: boolean): Promise<void> {
  await goTo(page, 'settings')
  const box = page.getByRole('checkbox', { name })
  if ((await box.isChecked()) !== isOn) await box.click()
  await eventually(() => box.isChecked()).toBe(isOn)
}

/** Keys as CDP wants them: their code, and what they write. */
const FAST_KEYS = {
  c: { code: 'KeyC', windowsVirtualKeyCode: 67, text: 'c' },
  ']': { code: 'BracketRight', windowsVirtualKeyCode: 221, text: ']' },
  '?': { code: 'Slash', windowsVirtualKeyCode: 191, text: '?' },
  Enter: { code: 'Enter', windowsVirtualKeyCode: 13, text: '\r' },
  Escape: { code: 'Escape', windowsVirtualKeyCode: 27, text: '' },
} as const

/** Presses keys one after the other without waiting for anything: faster than any person, or any disk. */
export async function pressFast(
  page: Page,
  ...keys: readonly (keyof typeof FAST_KEYS)[]
): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await Promise.all(
    keys.flatMap((key) =>
      (['keyDown', 'keyUp'] as const).map((type) =>
        session.send('Input.dispatchKeyEvent', {
          type,
          key,
          ...FAST_KEYS[key],
          ...(type === 'keyUp' ? { text: '' } : {}),
        }),
      ),
    ),
  )
  await session.detach()
}

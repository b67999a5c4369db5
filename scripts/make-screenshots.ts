import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { type Desk, openDesk, SAMPLES } from '../test/e2e/desk.ts'

const FOLDER = resolve(import.meta.dirname, '../docs/screenshots')

/** Takes the pictures of the README from the running desk. `CHROMIUM` names a browser with Chinese fonts. */
async function takePictures({ page, drop }: Desk): Promise<void> {
  const take = (name: string) => page.screenshot({ path: join(FOLDER, `${name}.png`) })
  await drop(SAMPLES)
  await page.locator('.import-outcome').waitFor()
  await page.getByRole('button', { name: '收起' }).click()
  // The pointer would light up what lies under it.
  await page.mouse.move(0, 0)
  await take('reports')

  await page.getByRole('grid', { name: '报告' }).getByText('清溪镇').click()
  await page.locator('.source-view .paper').waitFor()
  await page.mouse.move(0, 0)
  await page.waitForTimeout(SETTLING)
  await take('review')

  await page.getByRole('button', { name: '打印清单' }).click()
  await page.getByRole('button', { name: '存为 PDF' }).and(page.locator(':enabled')).waitFor()
  await page.mouse.move(0, 0)
  await page.waitForTimeout(SETTLING)
  await take('checklist')

  await page.evaluate("location.hash = '/settings'")
  await page.getByText('本机处理，未联网：0 次请求').waitFor()
  await page.mouse.move(0, 0)
  await page.waitForTimeout(SETTLING)
  await take('settings')
}

/** Milliseconds in which scrolling and fonts come to rest. */
const SETTLING = 1_000

await mkdir(FOLDER, { recursive: true })
const desk = await openDesk({ viewport: { width: 1366, height: 768 } })
try {
  await takePictures(desk)
} finally {
  await desk.close()
}

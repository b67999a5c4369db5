import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { journey, SAMPLES } from './desk.ts'
import { pasteFile, pasteText } from './page-probes.ts'
import { eventually, importEnded, shownReports } from './walking.ts'

journey('files picked in the dialog are checked', async ({ page }) => {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: '选择文件', exact: true }).first().click()
  await (await chooser).setFiles([
    join(SAMPLES, '清溪镇2023.docx'),
    join(SAMPLES, '柳湾乡2020.html'),
  ])
  expect(await importEnded(page)).toContain('新增 2 份')
})

journey('a folder picked in the dialog is checked with all its reports', async ({ page }) => {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: '选择文件夹' }).click()
  await (await chooser).setFiles(SAMPLES)
  expect(await importEnded(page)).toContain('新增 5 份')
})

journey(
  'a report copied from a web page is checked when it is pasted',
  async ({ page, context }) => {
    const other = await context.newPage()
    await other.setContent(readFileSync(join(SAMPLES, '柳湾乡2020.html'), 'utf8'))
    await other.keyboard.press('Control+a')
    await other.keyboard.press('Control+c')
    await other.close()
    await page.bringToFront()
    await page.getByRole('button', { name: '粘贴' }).click()
    await page.getByRole('textbox', { name: '在这里按 Ctrl+V' }).waitFor()
    await eventually(() =>
      page.evaluate<boolean>(`document.activeElement?.matches('textarea') ?? false`),
    ).toBe(true)
    await page.keyboard.press('Control+v')
    expect(await importEnded(page)).toContain('新增 1 份')
    await eventually(() => shownReports(page)).toEqual(['云浦县柳湾乡 2020 未发现问题 0 0'])
  },
)

journey('a report copied as plain text is checked when it is pasted', async ({ page }) => {
  await pasteText(page, readFileSync(join(SAMPLES, '南坪乡2024.md'), 'utf8'))
  expect(await importEnded(page)).toContain('新增 1 份')
  await eventually(() => shownReports(page)).toEqual(['沙棠县南坪乡 2024 需修改 1 2'])
})

journey('copied files are checked when they are pasted', async ({ page }) => {
  const name = '清溪镇2023.docx'
  await pasteFile(page, name, readFileSync(join(SAMPLES, name)))
  expect(await importEnded(page)).toContain('新增 1 份')
  await eventually(() => shownReports(page)).toEqual(['岚河县清溪镇 2023 需修改 4 0'])
})

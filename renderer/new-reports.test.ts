import { expect, it } from 'vitest'
import { newReports } from './new-reports.ts'

const row = (key: string, addedAt: number) => ({ key, addedAt })

it('gives what came in since then, the latest first', () => {
  const reports = [row('清溪镇|2023', 10), row('石渡镇|2022', 30), row('白鹭镇|2021', 20)]
  expect(newReports(reports, 20)).toEqual([
    { report: reports[1], namesakes: 0 },
    { report: reports[2], namesakes: 0 },
  ])
  expect(newReports(reports, 31)).toEqual([])
})

it('counts the other reports of the same unit and year, older ones too', () => {
  const reports = [row('清溪镇|2023', 10), row('清溪镇|2023', 30)]
  expect(newReports(reports, 20)).toEqual([{ report: reports[1], namesakes: 1 }])
})

it('takes no two reports for namesakes that do not say whose they are', () => {
  const reports = [row('sha256:ab', 10), row('sha256:ab', 30)]
  expect(newReports(reports, 20)).toEqual([{ report: reports[1], namesakes: 0 }])
})

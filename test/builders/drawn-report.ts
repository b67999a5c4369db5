import { OFFICIAL_SECTIONS } from '../../shared/form/official-sections.ts'
import type { NumberDraw } from './cell-numbers.ts'
import { cellNumbers } from './cell-numbers.ts'
import type { EditionName, GroundTruth, SectionTruth } from './ground-truth.ts'
import type { Prose, ProsePicks } from './prose.ts'
import { proseFor } from './prose.ts'

/** Everything that is left to chance in a report; any values give a report without a mistake. */
export interface ReportDraw {
  readonly year: number
  readonly county: number
  readonly town: number
  /** How the title names the unit and where it breaks, by index (taken modulo). */
  readonly naming: number
  readonly numbers: NumberDraw
  readonly prose: ProsePicks
  readonly signed: boolean
}

/** The report that the draw describes, on the form in force for its year. */
export function reportFrom(draw: ReportDraw): GroundTruth {
  const edition: EditionName = draw.year >= 2021 ? '2021' : '2019'
  const town = TOWNS[draw.town % TOWNS.length] ?? '清溪镇'
  const county = COUNTIES[draw.county % COUNTIES.length] ?? '岚河县'
  const unit = draw.naming % 3 === 0 ? town : `${county}${town}`
  const cells = cellNumbers(edition, draw.numbers)
  const kind = town.slice(-1)
  const prose = proseFor({ edition, year: draw.year, unit, kind, cells }, draw.prose)
  const { year } = draw
  return {
    edition,
    unit,
    year,
    title: titleLines(unit, year, draw.naming),
    preface: prose.preface,
    period: { start: { year, month: 1, day: 1 }, end: { year, month: 12, day: 31 } },
    sections: sectionsOf(prose),
    cells,
    signature: draw.signed
      ? {
          unit: `${unit}人民政府`,
          date: { year: year + 1, month: 1, day: 4 + ((draw.county + draw.town) % 26) },
        }
      : null,
    claims: prose.claims,
  }
}

function titleLines(unit: string, year: number, naming: number): readonly string[] {
  const name = naming % 2 === 0 ? unit : `${unit}人民政府`
  const rest = `${year}年政府信息公开工作年度报告`
  return naming % 5 === 0 ? [name, rest] : [`${name}${rest}`]
}

const sectionsOf = (prose: Prose): readonly SectionTruth[] =>
  OFFICIAL_SECTIONS.map(({ number, numeral, title }) => ({
    number,
    numbering: `${numeral}、`,
    title,
    paragraphs: paragraphsOf(prose, number),
  }))

function paragraphsOf(prose: Prose, section: number): readonly string[] {
  if (section === 1) return prose.overview
  if (section === 5) return prose.problems
  return section === 6 ? prose.other : []
}

/** Names that no county or township of China bears together. */
const COUNTIES = ['岚河县', '青岭县', '云浦县', '临汐县', '沙棠县', '望溪县', '泽原区', '松陵市']

const TOWNS = [
  '清溪镇',
  '石渡镇',
  '柳湾乡',
  '白鹭镇',
  '南坪乡',
  '枫桥岭镇',
  '双井镇',
  '大榆乡',
  '桐花镇',
  '河口铺乡',
  '长坝镇',
  '荷塘集镇',
]

import type { CellId } from '../../shared/form/edition.ts'
import type { CellTruth, Claim, EditionName } from './ground-truth.ts'

/** What the sentences of a report hang on. */
export interface ProseSubject {
  readonly edition: EditionName
  readonly year: number
  readonly unit: string
  /** `镇` or `乡`: how the town calls itself. */
  readonly kind: string
  readonly cells: ReadonlyMap<CellId, CellTruth>
}

/** One wording for each choice in the text, by index (taken modulo). */
export type ProsePicks = readonly number[]

export interface Prose {
  readonly preface: readonly string[]
  /** Paragraphs of sections 1, 5 and 6. */
  readonly overview: readonly string[]
  readonly problems: readonly string[]
  readonly other: readonly string[]
  readonly claims: readonly Claim[]
}

/** The words around the tables: complete, in agreement with them, and the author's own. */
export function proseFor(subject: ProseSubject, picks: ProsePicks): Prose {
  const pick = picker(picks)
  const applications = applicationSentence(subject, pick(7))
  const disputes = disputeSentence(subject, pick(8))
  return {
    preface: prefaceOf(subject, pick(0)),
    overview: [
      `（一）主动公开。${fill(pick(1)(DISCLOSURE), subject, pick)}`,
      `（二）依申请公开。${applications.text}${disputes.text}`,
      `（三）政府信息管理。${fill(pick(2)(MANAGEMENT), subject, pick)}`,
      `（四）政府信息公开平台建设。${fill(pick(3)(PLATFORM), subject, pick)}`,
      `（五）监督保障。${fill(pick(4)(SUPERVISION), subject, pick)}`,
    ],
    problems: [fill(pick(5)(PROBLEMS), subject, pick), fill(pick(6)(IMPROVEMENTS), subject, pick)],
    other: [pick(9)(otherMatters(subject))],
    claims: [...applications.claims, ...disputes.claims],
  }
}

type Pick = (place: number) => (wordings: readonly string[]) => string

const picker =
  (picks: ProsePicks): Pick =>
  (place) =>
  (wordings) =>
    wordings[(picks[place] ?? 0) % wordings.length] ?? ''

/** Fills `{我}` (我镇), `{年}`, `{明年}`, `{条}` and `{次}`: counts that stand in no table. */
function fill(text: string, subject: ProseSubject, pick: Pick): string {
  return text
    .replaceAll('{我}', `我${subject.kind}`)
    .replaceAll('{年}', `${subject.year}年`)
    .replaceAll('{明年}', `${subject.year + 1}年`)
    .replaceAll('{条}', pick(10)(COUNTS))
    .replaceAll('{次}', pick(11)(TIMES))
}

const COUNTS = ['86', '112', '157', '203', '268', '341']
const TIMES = ['2', '3', '4', '6']

function prefaceOf(subject: ProseSubject, pick: ReturnType<Pick>): readonly string[] {
  const notice =
    subject.edition === '2019'
      ? '《国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知》（国办公开办函〔2019〕60号）'
      : '《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2021〕30号）'
  const law = '《中华人民共和国政府信息公开条例》'
  const period = `${subject.year}年1月1日至${subject.year}年12月31日`
  const short = `${subject.year}年1月1日至12月31日`
  return [
    pick([
      `按照${law}和${notice}要求，${subject.unit}人民政府编制了本报告。报告中所列数据的统计期限为${period}。`,
      `本报告依据${law}及${notice}编写，由六个部分组成，统计期限自${short}。`,
      `现依照${law}和${notice}的规定，向社会公布本年度报告。本报告统计期限：${short}。`,
    ]),
  ]
}

interface Statement {
  readonly text: string
  readonly claims: readonly Claim[]
}

function applicationSentence(subject: ProseSubject, pick: ReturnType<Pick>): Statement {
  const claim = claimer(subject.cells)
  const received = claim('t3.new.total')
  const inherited = claim('t3.carriedIn.total')
  const handled = claim('t3.handled.total')
  const waiting = claim('t3.carriedOut.total')
  if ([received, inherited, handled, waiting].every(({ value }) => value === 0)) {
    const none = pick([
      `{年}{我}未收到政府信息公开申请，也没有上年结转的申请。`,
      `{年}全年没有公民、法人或者其他组织向{我}提出政府信息公开申请。`,
    ])
    return {
      text: fill(none, subject, () => () => ''),
      claims: [{ cells: received.cells, value: 0 }],
    }
  }
  const text = pick([
    `{年}{我}新收政府信息公开申请${received.value}件，上年结转${inherited.value}件；全年共办结${handled.value}件，结转下年度继续办理${waiting.value}件。`,
    `全年共收到政府信息公开申请${received.value}件，上年度结转${inherited.value}件，办结${handled.value}件，结转下年度${waiting.value}件，答复均在法定期限内作出。`,
  ])
  return {
    text: fill(text, subject, () => () => ''),
    claims: [received, inherited, handled, waiting],
  }
}

function disputeSentence(subject: ProseSubject, pick: ReturnType<Pick>): Statement {
  const claim = claimer(subject.cells)
  const reviews = claim('t4.review.total')
  const direct = claim('t4.direct.total')
  const after = claim('t4.afterReview.total')
  const suits = { cells: [...direct.cells, ...after.cells], value: direct.value + after.value }
  if (reviews.value === 0 && suits.value === 0) {
    return { text: '没有因此发生行政复议、行政诉讼。', claims: [reviews, suits] }
  }
  const text = pick([
    `因政府信息公开工作被申请行政复议${reviews.value}件，被提起行政诉讼${suits.value}件。`,
    `涉及政府信息公开的行政复议案件${reviews.value}件、行政诉讼案件${suits.value}件。`,
  ])
  return { text, claims: [reviews, suits] }
}

const claimer =
  (cells: ReadonlyMap<CellId, CellTruth>) =>
  (id: CellId): Claim => ({ cells: [id], value: cells.get(id)?.value ?? 0 })

const DISCLOSURE = [
  '{我}把村级财务、惠农补贴发放和小型工程招投标三项作为{年}公开的重点，由各办公室按月报送，全年在县政府网站发布信息{条}条。',
  '围绕群众问得最多的低保评定、宅基地审批和医保缴费，{我}编好公开目录，做到栏目有人管、内容有人审，年内更新信息{条}条。',
  '{年}发布各类信息{条}条，其中财政预决算、征地补偿和救助名单均在规定时间内上网，并同步张贴到各村公示栏。',
  '{我}坚持应公开尽公开，文件起草时即注明公开属性，全年发布{条}条，图文解读{次}篇。',
]

const MANAGEMENT = [
  '信息发布前由经办人、分管负责人和保密员逐级签字，{年}组织清理过期信息{次}次，失效链接当日改正。',
  '{我}建立信息台账，谁制作、谁审核、何时公开都记录在册，并对历年文件重新核定了公开属性。',
  '完善起草、审查、发布、归档的流程，涉及个人信息的内容先作隐去处理再公开。',
]

const PLATFORM = [
  '县政府网站乡镇专栏由专人维护，便民服务中心设查阅点，配有电脑和纸质目录，供群众查询。',
  '{我}依托县政府网站开设专栏，各村公示栏全部换新，微信工作群用于提醒，不代替正式公开。',
  '对政府信息公开专栏作了调整，栏目名称与上级保持一致，查阅点增设了老年人使用说明。',
]

const SUPERVISION = [
  '把政务公开列入年度工作考核，每季度通报一次；请村民代表参加社会评议，收到意见均已答复；全年没有因政府信息公开被责任追究的情形。',
  '{我}由一名副职负责政务公开，组织业务培训{次}次；工作考核结果与评优挂钩，社会评议满意，未发生责任追究。',
  '落实专人专岗，年底对各办公室开展工作考核和社会评议，结果在机关公示，没有需要追究责任的事项。',
]

const PROBLEMS = [
  '{年}的工作还有不足。存在的主要问题：一是部分办公室报送信息偏迟；二是解读材料文字多、图表少，群众读起来费力。',
  '对照要求，{我}存在的主要问题是：公开内容更新不够均衡，有的栏目隔月才更新；经办人员更换后业务不熟。',
  '存在的问题有两个方面：村级公示栏位置偏僻，看的人少；历史文件的电子化还没有做完。',
]

const IMPROVEMENTS = [
  '改进措施：{明年}起每月底核对一次报送清单，并为经办人员编写一本操作手册，新到岗人员先学后做。',
  '下一步改进：把更新任务分到人、定到日，请县里的业务骨干上门讲课，同时多用图表解读政策。',
  '针对上述问题，{我}将调整公示栏位置，分两年完成旧文件扫描上网，并在年中检查改进情况。',
]

const NOTHING_ELSE = ['无其他需要报告的事项。', '没有其他需要报告的事项。']

function otherMatters({ edition, cells }: ProseSubject): readonly string[] {
  if (edition === '2019') return NOTHING_ELSE
  // Applications that lapsed for an unpaid fee presuppose that fee notices went out.
  return (cells.get('t3.other.overdueFee.total')?.value ?? 0) > 0 ? FEES.slice(0, 1) : FEES
}

const FEES = [
  '本年度未向申请人收取政府信息公开信息处理费。除此之外，没有其他需要报告的事项。',
  '按照《政府信息公开信息处理费管理办法》，本年度未发出收费通知，收取信息处理费0元。',
]

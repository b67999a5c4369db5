/** Short names of the rules, for the filter; the rule reference says what each checks. */
export const RULE_NAMES: ReadonlyMap<string, string> = new Map([
  ['title-wording', '标题写法'],
  ['year-mismatch', '年份不一致'],
  ['period-days', '统计期限'],
  ['edition-mismatch', '用错格式版本'],
  ['document-revisions', '有未接受的修订'],
  ['document-hidden-text', '有隐藏文字'],
  ['document-comments', '有批注'],
  ['section-missing', '缺少章节'],
  ['section-heading', '章节标题不符'],
  ['table-missing', '缺少表格'],
  ['table-structure', '表格行列不符'],
  ['table-blank', '整张表空白'],
  ['cell-missing', '缺少格'],
  ['cell-uncertain', '读数没有把握'],
  ['cell-not-a-number', '填的不是数'],
  ['cell-blank', '空白格'],
  ['t3-row-total', '表三行合计'],
  ['t3-handled-sum', '表三办理结果合计'],
  ['t3-balance', '表三收办平衡'],
  ['t4-total', '表四合计'],
])

/** What a rule is called; its id where it has no name yet. */
export const ruleName = (rule: string): string => RULE_NAMES.get(rule) ?? rule

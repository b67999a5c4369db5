/** What rules rest on beside the notice that fixed the form. */

/** Each year's report is made in the following year's first months and covers the year before. */
export const ARTICLE_49 = '《中华人民共和国政府信息公开条例》第四十九条'

/** What the report has to contain. */
export const ARTICLE_50 = '《中华人民共和国政府信息公开条例》第五十条'

/** No notice asks for it: the file is not yet fit to be published. */
export const BEFORE_PUBLICATION = '发布前的文稿检查（不是格式通知的规定）'

/** It says what the program did, not what the report lacks. */
export const SCOPE_OF_CHECK = '本程序的核对范围'

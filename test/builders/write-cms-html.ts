import { toGb18030 } from './encode-text.ts'
import type { PrintedBlock } from './printed-report.ts'
import type { PrintedCell, PrintedTable } from './printed-table.ts'
import { escapeHtml, spans } from './write-html.ts'

/** How the page states the encoding it is stored in (always GB18030). */
export type CharsetClaim = 'right' | 'wrong' | 'none'

/**
 * The report as a county's web site shows it: navigation, a table of meta data, the article inside a layout table,
 * and Word's own markup pasted into it.
 */
export function toCmsPage(blocks: readonly PrintedBlock[], charset: CharsetClaim): Uint8Array {
  return toGb18030(cmsMarkup(blocks, charset))
}

function cmsMarkup(blocks: readonly PrintedBlock[], charset: CharsetClaim): string {
  const title = blocks.find((block) => block.kind === 'title')?.lines.join('') ?? ''
  return [
    '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">',
    '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:o="urn:schemas-microsoft-com:office:office">',
    '<head>',
    CHARSET_META[charset],
    `<title>${escapeHtml(title)}_县人民政府门户网站</title>`,
    '<style type="text/css">.nav li{float:left} .TRS_Editor P{line-height:2}</style>',
    '<script type="text/javascript">var hits = 218; document.write("<!-- " + hits + " -->");</script>',
    '</head>',
    '<body>',
    NAVIGATION,
    '<table width="1000" border="0" align="center" cellpadding="0" cellspacing="0"><tr>',
    `<td width="220" valign="top">${SIDE_MENU}</td>`,
    '<td width="780" valign="top">',
    metaData(title),
    '<div class="TRS_Editor" id="zoom"><!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->',
    ...blocks.map(blockMarkup),
    '</div>',
    '<div class="share">【打印本页】 【关闭窗口】</div>',
    '</td></tr></table>',
    FOOTER,
    '</body>',
    '</html>',
  ].join('\r\n')
}

const CHARSET_META: Readonly<Record<CharsetClaim, string>> = {
  right: '<meta http-equiv="Content-Type" content="text/html; charset=gb2312" />',
  wrong: '<meta http-equiv="Content-Type" content="text/html; charset=utf-8" />',
  none: '<meta name="generator" content="CMS 6.5" />',
}

const NAVIGATION = [
  '<div class="top"><a href="/">网站首页</a> | <a href="#">设为首页</a> | <a href="#">无障碍浏览</a></div>',
  '<ul class="nav"><li><a href="/zw/">政务公开</a></li><li><a href="/fw/">办事服务</a></li><li><a href="/hd/">互动交流</a></li></ul>',
  '<div class="path">您现在的位置：<a href="/">首页</a> &gt; <a href="/xxgk/">政府信息公开</a> &gt; 年度报告</div>',
].join('\r\n')

const SIDE_MENU =
  '<ul><li><a href="#">公开指南</a></li><li><a href="#">公开制度</a></li><li><a href="#">法定主动公开内容</a></li><li><a href="#">依申请公开</a></li></ul>'

const metaData = (title: string): string =>
  [
    '<table class="meta" width="100%" border="1">',
    '<tr><td>索 引 号：</td><td>QX0031-2400-00017</td><td>发布机构：</td><td>党政综合办公室</td></tr>',
    `<tr><td>名&nbsp;&nbsp;&nbsp;&nbsp;称：</td><td colspan="3">${escapeHtml(title)}</td></tr>`,
    '<tr><td>主 题 词：</td><td colspan="3"></td></tr>',
    '</table>',
  ].join('\r\n')

const FOOTER =
  '<div class="foot">版权所有：县人民政府　承办：县政务服务中心　<a href="#">联系我们</a></div>'

function blockMarkup(block: PrintedBlock): string {
  switch (block.kind) {
    case 'title':
      return block.lines
        .map((line) => paragraph(`<b>${run(line)}</b>`, 'text-align:center'))
        .join('\r\n')
    case 'heading':
      return paragraph(
        `<b>${run(block.numbering)}</b><span style="font-family:黑体">${escapeHtml(block.text)}</span>`,
      )
    case 'paragraph':
      return paragraph(run(block.text), 'text-indent:32.0pt')
    case 'closing':
      return block.lines.map((line) => paragraph(run(line), 'text-align:right')).join('\r\n')
    case 'table':
      return tableMarkup(block.table)
  }
}

const paragraph = (inner: string, style = 'text-align:justify'): string =>
  `<p class="MsoNormal" style="mso-margin-top-alt:auto;${style}">${inner}<o:p></o:p></p>`

/** Word splits a run where the language changes, so digits and Chinese stand in spans of their own. */
const run = (text: string): string =>
  text
    .split(/(\d+)/)
    .filter((part) => part !== '')
    .map((part) =>
      /^\d/.test(part)
        ? `<span lang="EN-US" style="font-family:&quot;Times New Roman&quot;">${part}</span>`
        : `<span style="font-family:仿宋_GB2312;mso-hansi-font-family:仿宋">${escapeHtml(part)}</span>`,
    )
    .join('')

const tableMarkup = (table: PrintedTable): string =>
  [
    '<div align="center"><table class="MsoNormalTable" border="1" cellspacing="0" cellpadding="0" style="border-collapse:collapse;mso-yfti-tbllook:1184"><tbody>',
    ...table.rows.map(
      (cells, index) =>
        `<tr style="mso-yfti-irow:${index};height:20.0pt">${cells.map(cellMarkup).join('\r\n')}</tr>`,
    ),
    '</tbody></table></div>',
  ].join('\r\n')

function cellMarkup(cell: PrintedCell): string {
  const text = cell.text === '' ? '<span lang="EN-US">&nbsp;</span>' : run(cell.text)
  return `<td${spans(cell)} style="border:solid windowtext 1.0pt;padding:0cm 5.4pt"><p class="MsoNormal" align="center">${text}<o:p></o:p></p></td>`
}

import { ARCHIVE_EXTENSION, REPORT_EXTENSIONS } from '../../shared/document/report-extensions.ts'

/** What `--help` prints. */
export const USAGE = `用法：npm run -s check -- [选项] <文件或文件夹>...

核对政府信息公开工作年度报告。文件夹会逐层查看，其中 ${REPORT_EXTENSIONS.join('、')} 文件都作为报告核对，
${ARCHIVE_EXTENSION} 压缩包里的也一样。

选项：
  --format text|json|ndjson    标准输出的格式，默认 text；ndjson 每份报告一行，核完一份写一份
  --out 文件夹                 另外为每份报告写一份更正清单，并写一份汇总 index.html
  --out-format html,docx,xlsx  更正清单的格式，默认 html（docx、xlsx 暂未提供）
  --jobs N                     同时核对的线程数，默认等于处理器个数
  --previous 路径              上一年的报告（文件或文件夹，可以给多次），用于跨年核对（暂未提供）
  --version                    显示版本
  --help                       显示本说明

退出状态：
  0  每份报告都读了，没有“错误”
  1  至少一份报告有“错误”
  2  至少一个文件读不了，或命令写得不对（同时有“错误”时也是 2）
`

/** Behind every complaint about the command line. */
export const USAGE_HINT = '用法：npm run -s check -- [选项] <文件或文件夹>...（--help 看全部选项）'

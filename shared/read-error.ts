import { GIVEN_EXTENSIONS, REPORT_KINDS } from './document/report-extensions.ts'

/** Why a file could not be read as a report. The codes are part of the stable outside contract. */
export type ReadError =
  | { readonly code: 'not-found' }
  /** `extension` is lower case without the dot; empty where the name has none. */
  | { readonly code: 'unsupported-type'; readonly extension: string }
  | { readonly code: 'damaged'; readonly reason: DamageReason }
  | { readonly code: 'encrypted' }
  | { readonly code: 'no-text-layer'; readonly pages: number }
  | { readonly code: 'no-unicode' }
  | { readonly code: 'not-a-report' }
  | { readonly code: 'too-large'; readonly limit: SizeLimit }
  | { readonly code: 'timeout'; readonly seconds: number }
  | { readonly code: 'no-access' }

export type ReadErrorCode = ReadError['code']

/** What is wrong with a damaged file, as far as the reader can tell. */
export type DamageReason =
  | 'empty'
  /** The container (zip, PDF cross references, XML) is cut off or not well formed. */
  | 'broken'
  /** Something no office program writes: a DTD, a path that leaves the archive. */
  | 'hostile'
  /** The worker that read it died, most often for want of memory. */
  | 'crashed'

/** Which limit a file went over. */
export type SizeLimit = 'file' | 'unpacked' | 'nesting' | 'table'

/** One sentence for the person who sent or received the file: what is wrong, and what to do. */
export function adviceFor(error: ReadError): string {
  switch (error.code) {
    case 'not-found':
      return '找不到这个文件或文件夹，请检查路径是否写对、文件是否已被移走。'
    case 'unsupported-type':
      return unsupportedAdvice(error.extension)
    case 'damaged':
      return damageAdvice(error.reason)
    case 'encrypted':
      return '文件设有打开密码，请去掉密码另存一份后再核对。'
    case 'no-text-layer':
      return `${error.pages} 页都是扫描图像，没有可以读取的文字，请提供由 Word 或 WPS 直接生成的文件。`
    case 'no-unicode':
      return '这个 PDF 的字体没有文字编码，读出来的不是真正的文字，请提供原始的 Word 或 WPS 文件。'
    case 'not-a-report':
      return '文件里没有找到政府信息公开工作年度报告的表格和章节，请确认是否选错了文件。'
    case 'too-large':
      return sizeAdvice(error.limit)
    case 'timeout':
      return `读了 ${error.seconds} 秒仍没有读完，已停止；请在 Word 或 WPS 中打开后另存为新文件再核对。`
    case 'no-access':
      return '没有权限读取，请检查文件的访问权限，或关闭正在独占它的程序后重试。'
  }
}

function unsupportedAdvice(extension: string): string {
  if (extension === '') return '认不出这是什么文件，请用 Word 或 WPS 另存为 docx 后再核对。'
  // Its name is one that can be read, so what is in it must be of another or a very old kind.
  return GIVEN_EXTENSIONS.some((given) => given === extension)
    ? `这个文件的内部是认不出或太旧的 ${extension} 格式，请用 Word 或 WPS 打开后另存为 docx 再核对。`
    : `不能读 .${extension} 文件，请提供${REPORT_KINDS}（Word、WPS 可以另存为 docx）。`
}

function damageAdvice(reason: DamageReason): string {
  switch (reason) {
    case 'empty':
      return '文件是空的，请重新导出或重新拷贝一份。'
    case 'broken':
      return '文件已损坏或不完整，请用原程序打开后另存一份，或重新拷贝。'
    case 'hostile':
      return '文件内部含有办公软件不会写入的内容，为安全起见没有读取；请用 Word 或 WPS 打开后另存一份。'
    case 'crashed':
      return '读取时内存不足，没有读完，请在 Word 或 WPS 中打开后另存为新文件再核对。'
  }
}

function sizeAdvice(limit: SizeLimit): string {
  switch (limit) {
    case 'file':
      return '文件过大，不像一份年度报告，请确认是否选错了文件，或删去其中的大图片后另存。'
    case 'unpacked':
      return '文件解压后过大，为安全起见没有读取，请用 Word 或 WPS 打开后另存一份。'
    case 'nesting':
      return '文件内部嵌套层数过多，为安全起见没有读取，请用 Word 或 WPS 打开后另存一份。'
    case 'table':
      return '文件里的表格行数或列数过多，不像年度报告的表格，请确认是否选错了文件。'
  }
}

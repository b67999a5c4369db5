import { KEY_GROUPS } from '../../desk-keys.ts'
import { KeyList } from '../../ui/key-list.tsx'
import './help.css'

/** How the desk is worked with, and all its keys. */
export function HelpScreen() {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a view that scrolls must be reached by keyboard.
    <article className="help" tabIndex={0}>
      <h1>帮助</h1>
      <section>
        <h2>怎么用</h2>
        <ol>
          <li>把年度报告的文件或文件夹拖进窗口，马上核对；不用联网，文件不离开这台电脑。</li>
          <li>在报告列表里点一份报告：左边是原文，右边是读出的三张表和发现的问题。</li>
          <li>
            点一条问题，原文和表里相关的格都会标出来，表下面写出算式；点一格，跳到原文里的那个位置。
          </li>
          <li>逐条确认、搁置（写明理由）或标为已更正；每一步都可以撤销，关机也不会丢。</li>
          <li>
            程序读错了格，就双击那一格，照原文输入；这一格会注明“人工填写”，所有规则立即重新核对。
          </li>
          <li>
            打印更正清单交给填报的同志；他在原件里改好、保存，这里会自动重新核对；程序关着时改的，下次打开时核对。
          </li>
        </ol>
      </section>
      <section>
        <h2>键盘操作</h2>
        <p>用输入法打字时，这些键都不起作用。</p>
        <KeyList groups={KEY_GROUPS} />
      </section>
    </article>
  )
}

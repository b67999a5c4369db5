import type { HostState } from './local-client.ts'

const NOTICE_ID = 'host-notice'

/** Covers the desk with the reason why nothing works, and what to do; takes it away when the host is back. */
export function showHostNotice(document: Document, state: HostState): void {
  const shown = document.getElementById(NOTICE_ID)
  if (state === 'connected') {
    shown?.remove()
    return
  }
  const notice = shown ?? addNotice(document)
  notice.replaceChildren(...paragraphsOf(document, TEXTS[state]))
}

const TEXTS: Readonly<Record<Exclude<HostState, 'connected'>, readonly [string, string]>> = {
  gone: [
    '年报核对台的程序没有在运行。',
    '已经保存的内容都在，没有丢失。请重新启动年报核对台，在它打开的窗口里继续。',
  ],
  refused: [
    '这个窗口不是由正在运行的年报核对台打开的。',
    '内容都在，没有丢失。请到它打开的窗口里继续；如果找不到，请再启动一次年报核对台，它会打开新窗口。',
  ],
}

function addNotice(document: Document): HTMLElement {
  const notice = document.createElement('dialog')
  notice.id = NOTICE_ID
  notice.setAttribute('role', 'alertdialog')
  notice.setAttribute('aria-labelledby', `${NOTICE_ID}-title`)
  notice.setAttribute('aria-describedby', `${NOTICE_ID}-text`)
  Object.assign(notice.style, {
    maxWidth: '36em',
    padding: '2em',
    fontSize: '1.125rem',
    lineHeight: '1.7',
    border: '3px solid #ad2102',
  })
  // Nothing behind it works, so there is nothing to close it for.
  notice.addEventListener('cancel', (event) => event.preventDefault())
  document.body.append(notice)
  notice.showModal()
  return notice
}

function paragraphsOf(document: Document, [title, text]: readonly [string, string]) {
  const heading = document.createElement('h2')
  heading.id = `${NOTICE_ID}-title`
  heading.textContent = title
  const paragraph = document.createElement('p')
  paragraph.id = `${NOTICE_ID}-text`
  paragraph.textContent = text
  return [heading, paragraph]
}

// First of all: the schemas of other modules are made while these are loaded.
import './no-compiled-code.ts'
import '@fontsource-variable/noto-sans-sc'
import './styles/tokens.css'
import './styles/base.css'
import { createRoot, type Root } from 'react-dom/client'
import type { DesktopApi } from '../shared/ipc/contract.ts'
import { App } from './app.tsx'
import { browserPorts } from './db/browser-ports.ts'
import { openStore, type Trouble } from './db/store.ts'
import { storeAdvice } from './db/store-error.ts'
import { connectDesktop } from './host/connect.ts'
import { StartFailure } from './start-failure.tsx'
import { ErrorBoundary } from './ui/error-boundary.tsx'

const TROUBLE_WORDS = {
  waiting: '另一个窗口还开着旧版程序，请关闭它；关闭后这里会自动继续。',
  outdated: '程序已在另一个窗口更新，请重新打开这个窗口。',
  closed: '与本机数据库的连接已断开，请重新打开；已保存的都还在。',
} as const satisfies Record<Trouble, string>

/** The host's version; null where it does not answer. */
const versionOf = async (desktop: DesktopApi): Promise<string | null> => {
  try {
    return (await desktop.readStatus()).version
  } catch {
    return null
  }
}

/** A file dropped before the desk listens would be opened in its place. */
function keepThePage(): void {
  for (const name of ['dragover', 'drop'] as const)
    window.addEventListener(name, (event) => {
      if (event.dataTransfer?.types.includes('Files') === true) event.preventDefault()
    })
}

async function start(root: Root): Promise<void> {
  const desktop = connectDesktop()
  const version = await versionOf(desktop)
  if (version === null) {
    root.render(
      <StartFailure
        title="连不上程序"
        advice="请关闭这个窗口，从程序的图标重新打开。已保存的都还在。"
      />,
    )
    return
  }
  const opened = await openStore(browserPorts(desktop, version), (trouble) =>
    root.render(<StartFailure title="请稍等" advice={TROUBLE_WORDS[trouble]} />),
  )
  if (!opened.ok) {
    root.render(<StartFailure title="数据打不开" advice={storeAdvice(opened.error)} />)
    return
  }
  const { store, recovery } = opened.value
  root.render(
    <ErrorBoundary
      resetKey=""
      fallback={() => (
        <StartFailure
          title="程序出错了"
          advice="数据都还在，请重新打开；再出错时，请重新启动程序。"
        />
      )}
    >
      <App desk={{ desktop, store }} recovery={recovery} />
    </ErrorBoundary>,
  )
}

keepThePage()
const place = document.getElementById('desk')
if (place === null) throw new Error('index.html has no place for the desk')
await start(createRoot(place))

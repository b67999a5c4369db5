import { writeFileSync, writeSync } from 'node:fs'
import { Socket } from 'node:net'

// node browser-double.ts <how> <log> …: stands in for a browser that is started with --remote-debugging-pipe. What it
// was asked for is in the log, a file of JSON, once it has printed.

const [how, log, ...args] = process.argv.slice(2)
const PDF = how === 'prints-something-else' ? '<html>' : '%PDF-1.7 …'

let page: object = {}

async function answerTo(method: string, params: { readonly url?: string }): Promise<object> {
  switch (method) {
    case 'Target.createTarget':
      return { result: { targetId: 'T' } }
    case 'Target.attachToTarget':
      return { result: { sessionId: 'S' } }
    case 'Page.navigate': {
      if (how === 'finds-no-page') return { result: { errorText: 'net::ERR_CONNECTION_REFUSED' } }
      const answer = await fetch(params.url ?? '')
      const policy = answer.headers.get('content-security-policy')
      page = { status: answer.status, policy, body: await answer.text() }
      return { result: {} }
    }
    case 'Page.printToPDF':
      if (how === 'refuses')
        return { error: { code: -32000, message: 'Printing is not available' } }
      // Long enough to be seen where two browsers run at once.
      await new Promise((resolve) => setTimeout(resolve, 50))
      writeFileSync(log ?? '', JSON.stringify({ args, params, page, times: [started, Date.now()] }))
      return { result: { data: Buffer.from(PDF).toString('base64') } }
    default:
      return { result: {} }
  }
}

const started = Date.now()
let text = ''
const say = (message: object) => writeSync(4, `${JSON.stringify(message)}\0`)

if (how === 'dies') process.exit(3)
if (how === 'babbles') writeSync(4, 'hello\0')

// Also after the pipe is closed, and whatever it is asked for.
if (how === 'hangs') setInterval(() => {}, 1000)

new Socket({ fd: 3 }).on('data', async (data) => {
  if (how === 'hangs') return
  text += data
  const messages = text.split('\0')
  text = messages.pop() ?? ''
  for (const { id, method, params, sessionId } of messages.map((message) => JSON.parse(message))) {
    // Browsers say much that nobody asked for.
    say({ method: 'Target.targetInfoChanged', params: {} })
    say({ id, sessionId, ...(await answerTo(method, params)) })
    if (method === 'Browser.close') process.exit(0)
  }
})

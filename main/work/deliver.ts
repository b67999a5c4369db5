/** Starts work on an item; `index` is its place among the items. */
export type Start<Item, Answer> = (item: Item, index: number) => Promise<Answer>

/** Answers in the order of the items. At most `ahead` are under way or wait to be taken. */
export async function* inOrder<Item, Answer>(
  items: Iterable<Item>,
  start: Start<Item, Answer>,
  ahead: number,
): AsyncGenerator<Answer> {
  const started: Promise<Answer>[] = []
  let index = 0
  for (const item of items) {
    started.push(guarded(start(item, index++)))
    const first = started.length < ahead ? undefined : started.shift()
    if (first !== undefined) yield await first
  }
  for (const promise of started) yield await promise
}

/** Answers as they come. At most `ahead` are under way or wait to be taken. */
export async function* asDone<Item, Answer>(
  items: Iterable<Item>,
  start: Start<Item, Answer>,
  ahead: number,
): AsyncGenerator<Answer> {
  const started = new Map<number, Promise<{ readonly key: number; readonly answer: Answer }>>()
  const takeOne = async (): Promise<Answer> => {
    const { key, answer } = await Promise.race(started.values())
    started.delete(key)
    return answer
  }
  let index = 0
  for (const item of items) {
    const key = index++
    started.set(key, guarded(start(item, key).then((answer) => ({ key, answer }))))
    if (started.size >= ahead) yield await takeOne()
  }
  while (started.size > 0) yield await takeOne()
}

/** The same promise; a rejection is still seen by whoever awaits it, but does not end the process before that. */
function guarded<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {})
  return promise
}

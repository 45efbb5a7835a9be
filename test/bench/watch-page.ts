/** What a benchmark leaves in the page: it notes keys as they come and paintings as they are done, with the page's own clock. */

/** One person found, as far as a list shows which search it answers. */
export type ListedPerson = { id: string; marked: string }

/** How long the page took for something, in milliseconds of its own clock. */
type PageWatch = {
  /** The time from the next Enter until this name stands in the answer, painted. */
  nextAnswer: (name: string) => Promise<number>
  /** Makes a call as bare as it can be made from a page; answers with its time, and with what the station answered. */
  call: (path: string, input: unknown) => Promise<{ time: number; answer: unknown }>
  /** From here on, a text in the search box is answered once this list is painted for it. */
  expect: (lists: Record<string, ListedPerson[]>) => void
  /** The times of all keys whose list had to change and did, since it was last asked; and how many are still open. */
  takeTimes: () => { times: number[]; open: number }
}

declare global {
  interface Window {
    pageWatch: PageWatch
  }
}

/**
 * Runs in the page before its own scripts do, so it may use nothing from outside itself. A key counts from its time stamp,
 * which the browser gives it on arrival; what it led to counts once the frame that shows it has been painted. A key whose
 * list is passed over, because the next key came first, counts until the list of a later one is painted.
 */
export function watchPage(): void {
  let enter = 0
  let lastKey = 0
  let awaited: { name: string; resolve: (time: number) => void } | null = null
  let lists = new Map<string, string>()
  let open: { at: number; list: string }[] = []
  let times: number[] = []

  const listOf = (people: ListedPerson[]): string =>
    people.length === 0 ? 'nobody' : people.map(({ id, marked }) => `${id} ${marked}`).join('\n')
  const shownList = (): string | null => {
    if (document.querySelector('.sign-in-nobody') !== null) return 'nobody'
    const rows = [...document.querySelectorAll('[role=grid][aria-label="People found"] [role=row]')]
    return rows.length === 0
      ? null
      : listOf(
          rows.map((row) => ({
            id: row.id.slice(-36),
            marked: [...row.querySelectorAll('mark')].map((mark) => mark.textContent).join('|'),
          })),
        )
  }
  /** Calls back when the next frame has been painted: a message that is sent in a frame comes after it. */
  const onPainted = (done: (time: number) => void): void =>
    void requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.addEventListener('message', () => done(performance.now()), { once: true })
      port1.start()
      port2.postMessage(null)
    })

  addEventListener(
    'keydown',
    (event) => {
      lastKey = event.timeStamp
      if (event.key === 'Enter') enter = event.timeStamp
    },
    { capture: true },
  )
  addEventListener(
    'input',
    (event) => {
      if (!(event.target instanceof HTMLInputElement)) return
      const list = lists.get(event.target.value)
      if (list === undefined) return
      // What is shown already needs no painting; what was asked before it is passed over.
      if (list === shownList()) open = []
      else open.push({ at: lastKey, list })
    },
    { capture: true },
  )
  new MutationObserver(() => {
    if (awaited !== null && document.querySelector('[aria-label="Answer"] h2')?.textContent === awaited.name) {
      const { resolve } = awaited
      awaited = null
      onPainted((time) => resolve(time - enter))
    }
    if (open.length === 0) return
    const shown = shownList()
    const at = open.findLastIndex(({ list }) => list === shown)
    if (at < 0) return
    const answered = open.slice(0, at + 1)
    open = open.slice(at + 1)
    onPainted((time) => times.push(...answered.map((key) => time - key.at)))
  }).observe(document, { subtree: true, childList: true, characterData: true })

  window.pageWatch = {
    nextAnswer: (name) =>
      new Promise((resolve, reject) => {
        awaited = { name, resolve }
        setTimeout(() => reject(new Error('A scan was not answered within ten seconds')), 10_000)
      }),
    async call(path, input) {
      const start = performance.now()
      const response = await fetch(`/rpc/${path}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${sessionStorage.getItem('pledge-kiosk-key')}`,
          'x-screen': sessionStorage.getItem('pledge-kiosk-screen') ?? '',
        },
        body: JSON.stringify({ json: input }),
      })
      const { json } = (await response.json()) as { json: unknown }
      if (!response.ok) throw new Error(JSON.stringify(json))
      return { time: performance.now() - start, answer: json }
    },
    expect(expected) {
      lists = new Map(Object.entries(expected).map(([text, people]) => [text, listOf(people)]))
    },
    takeTimes() {
      const taken = { times, open: open.length }
      times = []
      open = []
      return taken
    },
  }
}

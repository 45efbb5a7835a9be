/**
 * A structured clone as text: what one side of the window posts comes out on the other as the same kind of thing, be it a
 * date, a file, bytes, a map or a circle. Runs in Node and, as text, in the page; so it imports nothing and closes over nothing.
 */

type Text = string | number | boolean | null | [string, ...unknown[]]

/** The value as text. Throws a DataCloneError, at once, for what no structured clone carries; a file's bytes are waited for. */
export function writeClone(value: unknown): Promise<string> {
  const table: unknown[] = []
  const seen = new Map<object, number>()
  const reading: Promise<void>[] = []
  const base64 = (bytes: Uint8Array) => {
    let text = ''
    for (let index = 0; index < bytes.length; index += 8192)
      text += String.fromCharCode(...bytes.subarray(index, index + 8192))
    return btoa(text)
  }
  const entries = (from: object): [string, Text][] => Object.entries(from).map(([key, one]) => [key, write(one)])
  const body = (from: object): unknown => {
    if (Array.isArray(from)) return ['array', from.length, entries(from)]
    if (from instanceof Date) return ['date', write(from.getTime())]
    if (from instanceof RegExp) return ['regexp', from.source, from.flags]
    if (from instanceof Map) return ['map', [...from].map(([key, one]) => [write(key), write(one)])]
    if (from instanceof Set) return ['set', [...from].map(write)]
    if (from instanceof ArrayBuffer) return ['buffer', base64(new Uint8Array(from))]
    if (ArrayBuffer.isView(from)) {
      const length = 'length' in from ? from.length : from.byteLength
      return ['view', from.constructor.name, write(from.buffer), from.byteOffset, length]
    }
    if (from instanceof Blob) {
      const file: unknown[] =
        from instanceof File ? ['file', from.type, '', from.name, from.lastModified] : ['blob', from.type, '']
      reading.push(from.arrayBuffer().then((bytes) => void (file[2] = base64(new Uint8Array(bytes)))))
      return file
    }
    if (from instanceof Error) return ['error', from.name, from.message, from.stack ?? '']
    const kind = Object.prototype.toString.call(from)
    if (kind !== '[object Object]') throw new DOMException(`${kind} could not be cloned.`, 'DataCloneError')
    return ['object', entries(from)]
  }
  const write = (one: unknown): Text => {
    if (one === null || typeof one === 'string' || typeof one === 'boolean') return one
    if (one === undefined) return ['undefined']
    if (typeof one === 'number')
      return Number.isFinite(one) && !Object.is(one, -0) ? one : ['number', Object.is(one, -0) ? '-0' : String(one)]
    if (typeof one === 'bigint') return ['bigint', String(one)]
    if (typeof one !== 'object') throw new DOMException(`A ${typeof one} could not be cloned.`, 'DataCloneError')
    let at = seen.get(one)
    if (at === undefined) {
      at = table.push(null) - 1
      seen.set(one, at)
      table[at] = body(one)
    }
    return ['at', at]
  }
  const root = write(value)
  return Promise.all(reading).then(() => JSON.stringify([root, table]))
}

/** What `writeClone` wrote, as new values of this world. */
export function readClone(text: string): unknown {
  const [root, table] = JSON.parse(text) as [unknown, [string, ...unknown[]][]]
  const made: unknown[] = []
  const bytes = (from: unknown) => Uint8Array.from(atob(String(from)), (letter) => letter.charCodeAt(0))
  const fill = <T extends object>(into: T, pairs: unknown): T => {
    for (const [key, one] of pairs as [string, unknown][])
      // Never `into[key] = …`: a key may be `__proto__`.
      Object.defineProperty(into, key, { value: read(one), writable: true, enumerable: true, configurable: true })
    return into
  }
  const make = (at: number): unknown => {
    const [kind, a, b, c, d] = table[at] ?? ['nothing']
    if (kind === 'array') return fill((made[at] = Array.from({ length: 0 })) && lengthen(made[at], Number(a)), b)
    if (kind === 'object') return fill((made[at] = {}), a)
    if (kind === 'date') return (made[at] = new Date(Number(read(a))))
    if (kind === 'regexp') return (made[at] = new RegExp(String(a), String(b)))
    if (kind === 'map') {
      const map = new Map()
      made[at] = map
      for (const [key, one] of a as [unknown, unknown][]) map.set(read(key), read(one))
      return map
    }
    if (kind === 'set') {
      const set = new Set()
      made[at] = set
      for (const one of a as unknown[]) set.add(read(one))
      return set
    }
    if (kind === 'buffer') return (made[at] = bytes(a).buffer)
    if (kind === 'view') {
      const View = (
        globalThis as unknown as Record<string, new (of: unknown, from: unknown, size: unknown) => unknown>
      )[String(a)]
      // Node's own Buffer arrives as plain bytes, as with every structured clone.
      return (made[at] = new (View ?? Uint8Array)(read(b), c, d))
    }
    if (kind === 'blob') return (made[at] = new Blob([bytes(b)], { type: String(a) }))
    if (kind === 'file') {
      made[at] = new File([bytes(b)], String(c), { type: String(a), lastModified: Number(d) })
      return made[at]
    }
    if (kind === 'error') {
      const Kind = (globalThis as unknown as Record<string, new (text: string) => Error>)[String(a)]
      const error = new (Kind ?? Error)(String(b))
      Object.defineProperty(error, 'stack', { value: String(c), writable: true, configurable: true })
      return (made[at] = error)
    }
    throw new Error(`A clone has a ${kind} in it`)
  }
  const lengthen = (list: unknown, length: number): object => {
    const array = list as unknown[]
    array.length = length
    return array
  }
  const read = (one: unknown): unknown => {
    if (!Array.isArray(one)) return one
    const [kind, what] = one as [string, unknown]
    if (kind === 'undefined') return undefined
    if (kind === 'number') return Number(what)
    if (kind === 'bigint') return BigInt(String(what))
    return Number(what) in made ? made[Number(what)] : make(Number(what))
  }
  return read(root)
}

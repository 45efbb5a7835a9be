/** Stops a process between any two things that it does to its files: for a look at them, or for good. */
import fs from 'node:fs'
import promises from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import Database from 'better-sqlite3'

type Call = (...given: unknown[]) => unknown

/** What may change a file, or what of it is on the disk. Opening makes one. */
const AT_ONCE = [
  'openSync',
  'writeSync',
  'fsyncSync',
  'fdatasyncSync',
  'ftruncateSync',
  'closeSync',
  'writeFileSync',
  'appendFileSync',
  'truncateSync',
  'copyFileSync',
  'linkSync',
  'mkdirSync',
  'renameSync',
  'rmSync',
  'chmodSync',
]
const LATER = ['open', 'rename', 'rm']
const OF_A_HANDLE = ['write', 'sync', 'close']

/** Statements that change nothing. */
const QUESTION = /^\s*(SELECT\b|PRAGMA (quick_check|data_version|user_version$))/i

/** What the names of SQLite's steps begin with. */
export const SQL = 'SQL: '

/** A disk that is at its end: the process dies in this very write, before it can do anything about it. */
const AT_AN_END = /^(EFBIG|SQLITE_FULL|SQLITE_IOERR\w*)$/
const endAtEnd = (error: unknown): never => {
  if (error instanceof Error && 'code' in error && AT_AN_END.test(String(error.code))) end()
  throw error
}

function orEnd(work: () => unknown): unknown {
  try {
    return work()
  } catch (error) {
    return endAtEnd(error)
  }
}

/** At once: nothing that stands after it is done, no `finally` and no exit handler. */
export function end(): never {
  process.kill(process.pid, 'SIGKILL')
  throw new Error('This process is gone')
}

/**
 * Calls `between` before each step, with the step's name: a call of Node's that may change a file, or a statement of SQL that is no
 * question. What is written is written in two halves, with a step between them. Of the calls that `between` makes itself nothing is told.
 */
export function watchSteps(between: (step: string) => void): void {
  /** Node calls its own functions to do what it is asked. */
  let inside = false
  const told = (step: string, work: () => unknown): unknown => {
    if (inside) return work()
    inside = true
    try {
      between(step)
      return orEnd(work)
    } finally {
      inside = false
    }
  }

  for (const name of AT_ONCE)
    wrap(
      fs,
      name,
      (real) =>
        (...given) =>
          inside
            ? Reflect.apply(real, fs, given)
            : told(name, () => {
                const [first, ...rest] = halvesOf(name, given)
                if (first === undefined) return Reflect.apply(real, fs, given)
                let written = Number(Reflect.apply(real, fs, first))
                for (const half of rest) {
                  between(`${name}, the other half`)
                  written += Number(Reflect.apply(name === 'writeFileSync' ? realAppend : real, fs, half))
                }
                return name === 'writeSync' ? written : undefined
              }),
    )

  for (const name of LATER)
    wrap(promises, name, (real) => async (...given) => {
      told(name, () => undefined)
      const answer: unknown = await Reflect.apply(real, promises, given)
      if (name === 'open') watchHandle(answer)
      return answer
    })
  const watchHandle = (handle: unknown): void => {
    if (typeof handle !== 'object' || handle === null) throw new Error('Opening answers with a handle')
    let isBegun = false
    for (const name of OF_A_HANDLE)
      wrap(handle, name, (real) => async (...given) => {
        told(name, () => undefined)
        const [bytes, from] = given
        // Of the first piece half is taken, as disks do; whoever called asks again with the rest.
        const isFirst = name === 'write' && !isBegun && bytes instanceof Uint8Array && typeof from === 'number'
        if (isFirst) isBegun = true
        const how = isFirst ? [bytes, from, Math.ceil((bytes.length - from) / 2)] : given
        return (Reflect.apply(real, handle, how) as Promise<unknown>).catch(endAtEnd)
      })
  }
  syncBuiltinESMExports()
  watchSql(told)
}

/** Every statement of every database, as it is run; in better-sqlite3 they share these two prototypes. */
function watchSql(told: (step: string, work: () => unknown) => unknown): void {
  const memory = new Database(':memory:')
  const statement = prototypeOf(memory.prepare('SELECT 1'))
  const [symbol] = Object.getOwnPropertySymbols(memory)
  const database = prototypeOf(symbol === undefined ? null : Reflect.get(memory, symbol))
  memory.close()

  const texts = new WeakMap<object, string>()
  wrap(
    database,
    'prepare',
    (real) =>
      function prepare(this: unknown, ...given) {
        // The first one reads what the data looks like.
        const answer = orEnd(() => Reflect.apply(real, this, given))
        if (typeof answer === 'object' && answer !== null) texts.set(answer, String(given[0]))
        return answer
      },
  )
  const asOf = (real: Call, textOf: (self: unknown, given: unknown[]) => string): Call =>
    function stepping(this: unknown, ...given) {
      const text = textOf(this, given)
      const work = () => Reflect.apply(real, this, given)
      return QUESTION.test(text) ? orEnd(work) : told(`${SQL}${text.slice(0, 60)}`, work)
    }
  for (const name of ['run', 'get', 'all'])
    wrap(statement, name, (real) => asOf(real, (self) => (self instanceof Object ? (texts.get(self) ?? name) : name)))
  wrap(database, 'exec', (real) => asOf(real, (_self, given) => String(given[0])))
  wrap(database, 'close', (real) => asOf(real, () => 'close'))
}

function prototypeOf(value: unknown): object {
  const prototype: unknown = Object.getPrototypeOf(value)
  if (typeof prototype !== 'object' || prototype === null) throw new Error('It is made of nothing')
  return prototype
}

function wrap(of: object, name: string, make: (real: Call) => Call): void {
  const real: unknown = Reflect.get(of, name)
  if (typeof real !== 'function') throw new Error(`There is no ${name}`)
  Reflect.set(of, name, make(real as Call))
}

const realAppend: Call = fs.appendFileSync as Call

/** The calls that write as much, in two; none where it is no write, or too short to be cut. */
function halvesOf(name: string, given: unknown[]): unknown[][] {
  if (!['writeSync', 'writeFileSync', 'appendFileSync'].includes(name)) return []
  const [to, what, ...more] = given
  if (!(typeof what === 'string' || what instanceof Uint8Array) || what.length < 2) return []
  const half = Math.floor(what.length / 2)
  const [place, ...how] = more
  // At a place of its own the other half is written after the first; everything that is written there is ASCII.
  const after = name === 'writeSync' && typeof place === 'number' ? [place + half, ...how] : more
  return [
    [to, what.slice(0, half), ...more],
    [to, what.slice(half), ...after],
  ]
}

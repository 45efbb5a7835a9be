/** Makes an object of the double honest: whatever it does not have is an error that names it, never a quiet `undefined`. */

/** What JavaScript itself looks for: an awaited value is asked for `then`, a printed one for `toJSON`. */
const ASKED_BY_THE_LANGUAGE = new Set(['then', 'toJSON'])

/** The members as they are; any other that is read or written throws `Electron double has no NAME.MEMBER`. */
export function strict<T extends object>(name: string, members: T): T {
  const refuse = (key: string): never => {
    const sentence = `Electron double has no ${name}.${key}`
    // Also told aside: a shell that catches every fault must not be able to hide this one.
    ;(globalThis as { electronDoubleLacks?: (sentence: string) => void }).electronDoubleLacks?.(sentence)
    throw new Error(sentence)
  }
  return new Proxy(members, {
    get: (target, key, self) =>
      typeof key === 'symbol' || key in target || ASKED_BY_THE_LANGUAGE.has(key)
        ? Reflect.get(target, key, self)
        : refuse(key),
    set: (target, key, value, self) =>
      typeof key === 'symbol' || key in target ? Reflect.set(target, key, value, self) : refuse(key),
  })
}

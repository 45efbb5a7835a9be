/** The end of every exhaustive choice: reached only where a case was forgotten, which the compiler then says. */

export function assertNever(value: never): never {
  throw new Error(`Not foreseen: ${JSON.stringify(value)}`)
}

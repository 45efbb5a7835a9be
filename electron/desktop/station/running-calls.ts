/** Which calls are at work, so that closing can wait for them. */
import { createORPCErrorConstructorMap } from '@orpc/server'
import { contractErrors } from '../../../shared/contract/base.ts'

export function createRunningCalls() {
  /** A call that has not begun has no errors of its own yet; these are the contract's. */
  const errors = createORPCErrorConstructorMap(contractErrors)
  let running = 0
  let closing = false
  let wake: () => void = () => undefined
  return {
    /** Runs one call. Refuses it with NOT_READY once closing has begun. */
    async run<T>(call: () => Promise<T>): Promise<T> {
      if (closing) throw errors.NOT_READY({ message: 'Pledge Kiosk is closing just now.' })
      running += 1
      try {
        return await call()
      } finally {
        running -= 1
        if (running === 0) wake()
      }
    },
    /** Takes no new call, and waits for those at work. False where some still are after `patience` milliseconds. */
    async drain(patience: number): Promise<boolean> {
      closing = true
      if (running === 0) return true
      return await new Promise<boolean>((resolve) => {
        const timer = setTimeout(() => resolve(false), patience)
        wake = () => {
          clearTimeout(timer)
          resolve(true)
        }
      })
    },
  }
}

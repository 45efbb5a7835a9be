/** Which calls are at work, so that closing can wait for them. */
import { ORPCError } from '@orpc/server'

export function createRunningCalls() {
  let running = 0
  let closing = false
  let wake: () => void = () => undefined
  return {
    /** Runs one call. Throws NOT_READY once closing has begun. */
    async run<T>(call: () => Promise<T>): Promise<T> {
      if (closing)
        throw new ORPCError('NOT_READY', { defined: true, status: 409, message: 'Pledge Kiosk is closing just now.' })
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

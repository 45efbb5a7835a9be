/** A command of the terminal run here, for what it says: to start a program takes longer than all that it does. */
import { vi } from 'vitest'
import { runCli } from '../../electron/cli.ts'

export async function runHere(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' }
  const hear =
    (from: keyof typeof said) =>
    (text: string | Uint8Array, ...more: unknown[]) => {
      said[from] += typeof text === 'string' ? text : Buffer.from(text).toString()
      const done = more.at(-1) as (() => void) | undefined
      done?.()
      return true
    }
  const heard = [
    vi.spyOn(process.stdout, 'write').mockImplementation(hear('out')),
    vi.spyOn(process.stderr, 'write').mockImplementation(hear('err')),
  ]
  try {
    return { code: await runCli(args), ...said }
  } finally {
    for (const one of heard) one.mockRestore()
  }
}

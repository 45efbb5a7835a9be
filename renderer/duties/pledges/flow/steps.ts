/** The addresses of the questions. */
import { type Step, STEPS } from '../questions/all.ts'

/** The question in an address such as `/pledge/wording`, if it is one. */
export function stepInAddress(address: string): Step | null {
  const name = /^\/pledge\/([a-z-]+)\/?$/.exec(address)?.[1]
  return STEPS.find((step) => step === name) ?? null
}
export const addressOf = (step: Step): string => `/pledge/${step}`

/** The questions on the way to a pledge, in their order, and their addresses. */

export const STEPS = [
  'who',
  'organisation',
  'kind',
  'wording',
  'how-many',
  'by-when',
  'priority',
  'contact',
  'name',
  'check',
] as const
export type Step = (typeof STEPS)[number]

/** The question in an address such as `/pledge/wording`, if it is one. */
export function stepInAddress(address: string): Step | null {
  const name = /^\/pledge\/([a-z-]+)\/?$/.exec(address)?.[1]
  return STEPS.find((step) => step === name) ?? null
}
export const addressOf = (step: Step): string => `/pledge/${step}`

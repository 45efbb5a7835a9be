/** What a call that tells how far it is comes to in the end. */
export async function endOf<Step extends { code: string }>(
  told: Promise<AsyncIterable<Step>>,
): Promise<Exclude<Step, { code: 'progress' }>> {
  for await (const step of await told) if (step.code !== 'progress') return step as Exclude<Step, { code: 'progress' }>
  throw new Error('It came to no end')
}

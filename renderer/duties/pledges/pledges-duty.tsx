/** Not built yet. */

export function PledgesDuty() {
  return <p />
}

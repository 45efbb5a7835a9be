/** Not built yet. */

export function WallDuty() {
  return <p />
}

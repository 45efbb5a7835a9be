/** One measured figure beside the floor or peer that was measured in the same run. */
export type Figure = { name: string; value: number; unit: string; against: string; againstValue: number }

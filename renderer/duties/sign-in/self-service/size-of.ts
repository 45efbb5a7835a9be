/** Long names step down in size rather than push everything else away. */
export const sizeOf = (name: string): 'longest' | 'long' | undefined =>
  name.length > 60 ? 'longest' : name.length > 26 ? 'long' : undefined

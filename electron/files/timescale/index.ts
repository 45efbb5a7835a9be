/** Timescales: what people say about when, and the day it comes to. */
export { keepTimescale } from './keep.ts'

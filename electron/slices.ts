/** Long work in short slices, so that whoever stands at another screen is answered between them. */

/** Works so long before the others have their turn. Milliseconds. */
const SLICE = 12

/**
 * How long to leave others their turn after a step that took so long. Milliseconds. Another program that waits for the data looks ten times a
 * second, mostly: it has to find it free often enough, however slow the machine is.
 */
export const gapAfter = (took: number): number => Math.max(5, took / 3)

/** Leaves other programs that long; nothing else happens in this one meanwhile. */
const pause = (milliseconds: number): void =>
  void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)

export type MeasuredSteps = ReturnType<typeof createMeasuredSteps>

/** Does something after so many milliseconds, unless what it answers is called before. */
export type After = (milliseconds: number, what: () => void) => () => void

/** As the machine’s own clock says. */
export const afterThat: After = (milliseconds, what) => {
  const timer = setTimeout(what, milliseconds).unref()
  return () => clearTimeout(timer)
}

/** Whose turn it is: ask after each small step; where it is due, give it. */
export function createYielder(now: Stopwatch = () => performance.now()) {
  let since = now()
  return {
    isDue: (): boolean => now() - since >= SLICE,
    /** The others' turn: whoever has begun to ask is answered to the end. Throws the signal's reason once nobody waits for the work. */
    async giveWay(signal?: AbortSignal): Promise<void> {
      await othersAreDone(now)
      signal?.throwIfAborted()
      since = now()
    },
  }
}

/** A turn in which nothing arrived takes less. Milliseconds. */
const NOTHING = 0.1
/** So long others have their turn at once, at most: they may never come to an end. Milliseconds. */
const OTHERS = 4 * SLICE

/**
 * A call comes in, is read, is done and is answered in several turns of the program’s loop. Were the work to go on after each, one answer
 * would wait for as many steps of it: so it goes on after two turns in a row in which nothing was done.
 */
async function othersAreDone(now: Stopwatch): Promise<void> {
  const began = now()
  let last = began
  for (let quiet = 0; quiet < 2 && last - began < OTHERS;) {
    await new Promise<void>((resolve) => void setImmediate(resolve))
    const here = now()
    quiet = here - last < NOTHING ? quiet + 1 : 0
    last = here
  }
}

/** Milliseconds since some moment, for what is done in between to be measured. */
export type Stopwatch = () => number

/**
 * What the processor has done in this thread. What a commit waits for, the disk and other programs, takes as long however little is in it:
 * measured by a clock on the wall, a busy tablet would make more and more commits of less and less.
 */
export const ownWork: Stopwatch = () => {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

/** A step of work that others wait for is to take so much of the processor, all in all. Milliseconds. */
const STEP = 20

/**
 * How many of something are done in one step, by what the step before took, its commit included: on a slow tablet, beside other programs
 * and with more and more data fewer, on a quick one more. No more than twice as many as before, and at least `least`: what each commit
 * takes by itself does not grow less with them.
 */
export function createMeasuredSteps(first: number, least: number, stopwatch: Stopwatch) {
  let size = first
  return {
    size: (): number => size,
    /** Does so many, and measures it. */
    measured<T>(work: (size: number) => T): T {
      const began = stopwatch()
      const done = work(size)
      const took = stopwatch() - began
      if (took > 0) size = Math.max(least, Math.min(2 * size, Math.floor((size * STEP) / took)))
      return done
    },
  }
}

/** The same steps, each of which says this. */
export function* saying<Said, T>(said: Said, steps: Generator<unknown, T>): Generator<Said, T> {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
    yield said
  }
}

/** All steps at once, for a program that nobody else waits for. */
export function drain<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

/** All steps, in a program in which nobody else waits; other programs that use the same data have their turn in between. */
export function withGaps<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const started = performance.now()
    const step = steps.next()
    if (step.done === true) return step.value
    pause(gapAfter(performance.now() - started))
  }
}

/** All steps, with turns for whoever stands at another screen. Throws the signal's reason once nobody waits for them. */
export async function inSlices<T>(steps: Generator<unknown, T>, signal?: AbortSignal): Promise<T> {
  const yielder = createYielder()
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
    if (yielder.isDue()) await yielder.giveWay(signal)
  }
}

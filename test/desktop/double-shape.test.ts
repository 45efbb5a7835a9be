/** The double's shape is Electron's: the compiler holds each member against Electron's own types, and this file says so. */
import type * as Real from 'electron'
import { describe, expectTypeOf, test } from 'vitest'
import type { createElectronDouble } from '../support/electron-double/module.ts'

type Double = ReturnType<typeof createElectronDouble>['module']

/** The members of a part of the double that Electron's part of that name has not, or has with another type. */
type Wrong<Of extends object, Part extends object> = {
  [K in keyof Of]: K extends keyof Part ? (Part[K] extends Of[K] ? never : Of[K] extends Part[K] ? never : K) : K
}[keyof Of]

/**
 * A part without what every Node emitter has: those are overloaded by event in Electron's types. `ipcMain` and `powerMonitor`
 * have nothing else here.
 */
type Own<Of> = Omit<Of, keyof NodeJS.EventEmitter>

describe('the Electron double has nothing that Electron has not', () => {
  test('its parts are Electron’s', () => {
    expectTypeOf<Exclude<keyof Double, keyof typeof Real>>().toEqualTypeOf<never>()
  })

  test('the members of its parts are Electron’s, of the same types', () => {
    expectTypeOf<Wrong<Own<Double['app']>, typeof Real.app>>().toEqualTypeOf<never>()
    expectTypeOf<Wrong<Double['protocol'], typeof Real.protocol>>().toEqualTypeOf<never>()
    expectTypeOf<Wrong<Double['powerSaveBlocker'], typeof Real.powerSaveBlocker>>().toEqualTypeOf<never>()
    expectTypeOf<Wrong<Double['safeStorage'], typeof Real.safeStorage>>().toEqualTypeOf<never>()
    expectTypeOf<Wrong<Own<Double['screen']>, typeof Real.screen>>().toEqualTypeOf<never>()
    expectTypeOf<Wrong<Double['net'], typeof Real.net>>().toEqualTypeOf<never>()
    expectTypeOf<Wrong<Double['shell'], typeof Real.shell>>().toEqualTypeOf<never>()
    expectTypeOf<Wrong<Double['Menu'], typeof Real.Menu>>().toEqualTypeOf<never>()
    expectTypeOf<Wrong<Own<Double['session']['defaultSession']>, Real.Session>>().toEqualTypeOf<never>()
  })

  test('a member of another name or type would be told', () => {
    expectTypeOf<Wrong<{ isPackaged: boolean; isWrapped: boolean }, Real.App>>().toEqualTypeOf<'isWrapped'>()
    expectTypeOf<Wrong<{ isPackaged: string }, Real.App>>().toEqualTypeOf<'isPackaged'>()
  })
})

/** One black bar: where it begins and how wide it is, in modules. */
export type Bar = { at: number; width: number; isLong: boolean }

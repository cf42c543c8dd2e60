import type { Inks } from '../inks.ts'
import type { Surface } from '../light.ts'
import type { PackProduct } from '../product.ts'

export type Drawing = {
  surface: Surface
  /** The outline of the pack; everything else is cut to it, except `top`. */
  outline: string
  inner: string
  /** Above the print, below the light. */
  over?: string
  /** A cap or lid, outside the outline. */
  top?: string
  /** Without light of its own and without an edge: a plant, a bouquet. */
  isMatt?: boolean
}

/** Draws one kind of pack `w` mm wide and `h` mm high; `id` begins the names of what it defines. */
export type Shape = (product: PackProduct, inks: Inks, w: number, h: number, id: string) => Drawing

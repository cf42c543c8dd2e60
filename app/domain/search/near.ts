import type { Point } from '#app/platform/distance.ts'

/** How far one would go, in km. */
export const reaches = [3, 5, 10, 20] as const
export const usualReach = 5

/** Near what somebody looks: a village or a store by its slug, or where they are; and how far they would go. */
export type Near = { place: string | Point; km: number }

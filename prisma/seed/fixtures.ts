import type { Storage } from '#app/generated/prisma/enums.ts'

export type FixtureModel = {
  name: string
  model: string
  storage: Storage
  widthMm: number
  depthMm: number
  maxLoadG: number
  /** Clear heights from the floor up. */
  levels: number[]
}

/** Fixtures as shops have them. `model` says the measure, so fixtures of one model take the same plan. */
export const models = {
  gondola120: {
    name: 'Gondola',
    model: 'Gondola 120 × 40, 5 papan',
    storage: 'ambient',
    widthMm: 1_200,
    depthMm: 400,
    maxLoadG: 60_000,
    levels: [320, 280, 280, 270, 270],
  },
  gondola100: {
    name: 'Gondola',
    model: 'Gondola 100 × 35, 5 papan',
    storage: 'ambient',
    widthMm: 1_000,
    depthMm: 350,
    maxLoadG: 45_000,
    levels: [300, 270, 270, 270, 260],
  },
  gondolaLow: {
    name: 'Gondola rendah',
    model: 'Gondola rendah 90 × 35, 4 papan',
    storage: 'ambient',
    widthMm: 900,
    depthMm: 350,
    maxLoadG: 45_000,
    levels: [300, 260, 240, 220],
  },
  woodenRack: {
    name: 'Rak kayu',
    model: 'Rak kayu 120 × 35, 5 papan',
    storage: 'ambient',
    widthMm: 1_200,
    depthMm: 350,
    maxLoadG: 60_000,
    levels: [360, 290, 280, 270, 270],
  },
  chiller100: {
    name: 'Pendingin',
    model: 'Pendingin tegak 100 × 45, 6 papan',
    storage: 'chilled',
    widthMm: 1_000,
    depthMm: 450,
    maxLoadG: 50_000,
    levels: [260, 180, 180, 180, 170, 170],
  },
  chiller60: {
    name: 'Pendingin',
    model: 'Pendingin 60 × 40, 4 papan',
    storage: 'chilled',
    widthMm: 600,
    depthMm: 400,
    maxLoadG: 30_000,
    levels: [250, 180, 180, 170],
  },
  flowerTub: {
    name: 'Bak bunga',
    model: 'Bak bunga dingin 90 × 40',
    storage: 'chilled',
    widthMm: 900,
    depthMm: 400,
    maxLoadG: 40_000,
    levels: [800],
  },
  freezer: {
    name: 'Freezer',
    model: 'Freezer tegak 90 × 45, 4 papan',
    storage: 'frozen',
    widthMm: 900,
    depthMm: 450,
    maxLoadG: 60_000,
    levels: [160, 140, 240, 240],
  },
} satisfies Record<string, FixtureModel>

export type ModelName = keyof typeof models

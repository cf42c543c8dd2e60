import { producersOfBatu } from './producers-batu.ts'
import { producersOfBumiaji } from './producers-bumiaji.ts'
import { producersOfJunrejo } from './producers-junrejo.ts'

/** A group of members, invented, with the products of products.csv that it makes and what it says about them. */
export type SeedProducer = {
  village: string
  name: string
  story: string
  products: Record<string, string>
}

export const producers: SeedProducer[] = [...producersOfBatu, ...producersOfBumiaji, ...producersOfJunrejo]

import type { FilterNames } from '#app/domain/search/queries.server.ts'
import { say } from '#app/messages/say.ts'
import { chipsOf } from '../search/chips.ts'
import type { TradeChoice } from './trade-choice.ts'

/** A filter that is on, and the choice without it. */
export type TradeChip = { key: string; name: string; without: TradeChoice }

/** Each filter that is on: those that everybody has, then those of trade. */
export function tradeChipsOf(choice: TradeChoice, names: FilterNames): TradeChip[] {
  const { keepsRules, cartonsInStock, leastLifePercent } = choice
  const wishes = { keepsRules, cartonsInStock, leastLifePercent }
  const without = { ...choice, after: null }
  return [
    ...chipsOf(choice, names).map((chip) => ({ ...chip, without: { ...chip.without, ...wishes } })),
    ...(cartonsInStock === null
      ? []
      : [
          {
            key: 'stock',
            name: say({ key: 'trade.chip_stock', count: cartonsInStock }),
            without: { ...without, cartonsInStock: null },
          },
        ]),
    ...(leastLifePercent === null
      ? []
      : [
          {
            key: 'life',
            name: say({ key: 'trade.chip_life', percent: leastLifePercent }),
            without: { ...without, leastLifePercent: null },
          },
        ]),
  ]
}

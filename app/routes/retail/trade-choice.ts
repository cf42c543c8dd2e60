import { z } from 'zod'
import type { TradeWishes } from '#app/domain/search/trade.ts'
import { paths } from '#app/paths.ts'
import { type Choice, catalogueUrl, readChoice, unfiltered } from '../search-choice.ts'

/** What a buyer chose: what everybody can choose, and what only trade asks. */
export type TradeChoice = Choice & TradeWishes

/** How what only trade asks is called in the address. */
export const tradeFields = {
  rules: 'aturan',
  cartonsInStock: 'stok-karton',
  leastLifePercent: 'sisa-umur',
} as const
/** The rules of the chain hold unless the address says otherwise. */
export const withoutRules = 'semua'

const whole = (most: number) =>
  z
    .string()
    .nullable()
    .transform((text) => (text && /^\d{1,5}$/.test(text) ? Number(text) : null))
    .transform((count) => (count !== null && count >= 1 && count <= most ? count : null))
const fields = { cartonsInStock: whole(99_999), leastLifePercent: whole(100) }

/** What the address of the buyer's catalogue asks for. Never fails. A place to be near is a shopper's. */
export function readTradeChoice(params: URLSearchParams): TradeChoice {
  return {
    ...readChoice(params),
    near: null,
    keepsRules: params.get(tradeFields.rules) !== withoutRules,
    cartonsInStock: fields.cartonsInStock.parse(params.get(tradeFields.cartonsInStock)),
    leastLifePercent: fields.leastLifePercent.parse(params.get(tradeFields.leastLifePercent)),
  }
}

/** The address of a choice in the buyer's catalogue. */
export function tradeUrl({ keepsRules, cartonsInStock, leastLifePercent, ...choice }: TradeChoice): string {
  const [path = '', search] = catalogueUrl(choice, paths.retail.catalogue).split('?')
  const params = new URLSearchParams(search)
  if (!keepsRules) params.append(tradeFields.rules, withoutRules)
  if (cartonsInStock !== null) params.append(tradeFields.cartonsInStock, String(cartonsInStock))
  if (leastLifePercent !== null) params.append(tradeFields.leastLifePercent, String(leastLifePercent))
  const query = params.toString()
  return query ? `${path}?${query}` : path
}

/** The same choice without any filter; whether the rules hold is not one. */
export const withoutFilters = (choice: TradeChoice): TradeChoice => ({
  ...unfiltered(choice),
  keepsRules: choice.keepsRules,
  cartonsInStock: null,
  leastLifePercent: null,
})

/** What a form that does not show these carries along. */
export const carried = (choice: TradeChoice): [string, string][] => [
  ...new URLSearchParams(tradeUrl(choice).split('?')[1]),
]

import { expect, test } from 'vitest'
import { applyPlan } from '#app/domain/shelf-plans/apply-plan.ts'
import { setAmount } from '#app/domain/shelf-plans/draft.ts'
import { type OfferedVariant, proposalOf } from '#app/domain/shelf-plans/proposal.ts'
import { aBoard, aPack, aPlacement, aScene, drawn, taken } from '#tests/support/plans.ts'

const rules = {
  chain: { safetyDays: 2, shortLifeDays: 30, dailySalesPerFacing: 2, isPkp: true },
  ppn: { rateBasisPoints: 1200n, baseNumerator: 11n, baseDenominator: 12n },
}
const offered = (over: Partial<OfferedVariant> = {}): OfferedVariant => ({
  ...aPack(),
  id: 'var_1',
  village: 'Tulungrejo',
  photo: { hash: '', isReady: true },
  cooperative: { id: 'org_1', name: 'KDMP Tulungrejo', isPkp: false },
  unitsPerCarton: 24,
  minCartons: 1,
  shelfLifeDays: 270,
  leadTimeDays: 2,
  wholesalePrice: 13_500n,
  retailPrice: 18_000n,
  ppnClass: 'taxable',
  onHand: 312,
  free: 216,
  leastDaysLeft: 0,
  breaks: [],
  firstOrderCartons: null,
  weekLeft: null,
  ...over,
})
const own = (...placements: Parameters<typeof drawn>) => ({
  id: 'fix_1',
  storeId: 'str_1',
  boards: [aBoard()],
  placements,
})
const lineOf = (
  draft: ReturnType<typeof drawn>,
  variant: OfferedVariant,
  more: ReturnType<typeof own>[] = [],
) => {
  const { parts } = proposalOf(draft, [own(...draft.placements), ...more], { var_1: variant }, rules)
  const line = parts[0]?.lines[0]
  if (!line) throw new Error('a drawn variant makes a line')
  return line
}

test('three facings, six deep, fill with 18: one carton of 24, with what the chain keeps of it', () => {
  const line = lineOf(drawn(aPlacement({ facings: 3 })), offered())
  expect(line).toMatchObject({
    fill: 18,
    cartons: 1,
    pieces: 24,
    amount: 324_000n,
    isShort: false,
  })
  // 18.000 without PPN is 16.216; 16.216 − 13.500 = 2.716 a piece.
  expect(line.margin).toEqual({ amount: 65_184n, earned: 389_184n, basisPoints: 1674 })
})

test('what was typed replaces what is proposed, below the minimum too, which is marked', () => {
  const draft = setAmount(drawn(aPlacement({ facings: 3 })), {
    variantId: 'var_1',
    cartons: 2,
    dailySales: null,
  })
  expect(lineOf(draft, offered())).toMatchObject({ cartons: 2, proposedCartons: 1, isBelowMinimum: false })
  expect(lineOf(draft, offered({ minCartons: 3 }))).toMatchObject({
    cartons: 2,
    proposedCartons: 3,
    isBelowMinimum: true,
  })
  expect(lineOf(draft, offered({ free: 44 }))).toMatchObject({ pieces: 48, isShort: true })
})

test('goods that keep for seven days are proposed by what will be sold while they may be', () => {
  const milk = offered({ shelfLifeDays: 7, leadTimeDays: 1, unitsPerCarton: 6 })
  const draft = drawn(aPlacement({ facings: 2 }))
  // 2 facings × 2 a day × (7 − 1 − 2) days = 16 pieces, although 12 fill the facings.
  expect(lineOf(draft, milk)).toMatchObject({
    fill: 12,
    shortLife: { dailySales: 4, sellableDays: 4, pieces: 12 },
  })
  const slow = setAmount(draft, { variantId: 'var_1', cartons: null, dailySales: 1 })
  expect(lineOf(slow, milk)).toMatchObject({ shortLife: { dailySales: 1, pieces: 4 }, cartons: 1 })
  expect(lineOf(draft, offered({ shelfLifeDays: 3 }))).toMatchObject({
    shortLife: { sellableDays: 0, pieces: 0 },
  })
})

test('a plan applied to other stores orders for each what fits there', () => {
  const draft = drawn(aPlacement({ facings: 3 }), aPlacement({ id: 'plc_2', startMm: 480, facings: 3 }))
  const scene = aScene()
  const store = (n: number, spans = [taken(460, 500)]) => ({
    id: `fix_${n}`,
    name: 'Gondola',
    storeId: `str_${n}`,
    storeName: `Gerai ${n}`,
    boards: [aBoard({ id: `shf_${n}`, taken: spans })],
  })
  const [whole, part] = [
    applyPlan(draft.placements, scene, store(2, [])),
    applyPlan(draft.placements, scene, store(3)),
  ]
  expect(whole.placements.map(({ shelfId, startMm }) => [shelfId, startMm])).toEqual([
    ['shf_2', 0],
    ['shf_2', 480],
  ])
  expect(part.placements).toEqual([])
  expect(part.misplaced.map(({ level, problem }) => [level, problem])).toEqual([
    [1, { kind: 'overlap', byMm: 20, side: 'right', with: 'Minyak goreng' }],
    [1, { kind: 'overlap', byMm: 20, side: 'left', with: 'Minyak goreng' }],
  ])
  const fixtures = [whole, part].map(({ fixture, placements }) => ({ ...fixture, placements }))
  expect(lineOf(draft, offered(), fixtures)).toMatchObject({
    fill: 36,
    cartons: 2,
    pieces: 96,
    stores: [
      { storeId: 'str_1', cartons: 2 },
      { storeId: 'str_2', cartons: 2 },
    ],
  })
})

test('where fewer facings fit, fewer of the typed cartons are asked for; a missing board is listed', () => {
  const draft = setAmount(
    drawn(aPlacement({ facings: 3 }), aPlacement({ id: 'plc_2', startMm: 480, facings: 3 })),
    { variantId: 'var_1', cartons: 4, dailySales: null },
  )
  const target = {
    id: 'fix_2',
    name: '',
    storeId: 'str_2',
    storeName: '',
    boards: [aBoard({ id: 'shf_2', taken: [taken(900, 1000)] })],
  }
  const { placements } = applyPlan(draft.placements, aScene(), target)
  const line = lineOf(draft, offered(), [{ ...target, placements }])
  expect(line.stores.map(({ cartons }) => cartons)).toEqual([4, 2])

  const other = applyPlan(draft.placements, aScene(), { ...target, boards: [aBoard({ level: 2 })] })
  expect(other.misplaced.map(({ problem }) => problem.kind)).toEqual(['no_board', 'no_board'])
})

test('parts are by cooperative, the largest first, and sum to the whole', () => {
  const small = offered({
    id: 'var_2',
    cooperative: { id: 'org_2', name: 'KDMP Beji', isPkp: true },
    wholesalePrice: 7_000n,
  })
  const draft = drawn(aPlacement({ variantId: 'var_2' }), aPlacement({ id: 'plc_2', startMm: 160 }))
  const proposal = proposalOf(draft, [own(...draft.placements)], { var_1: offered(), var_2: small }, rules)
  expect(proposal.parts.map(({ cooperative, amount }) => [cooperative.id, amount])).toEqual([
    ['org_1', 324_000n],
    ['org_2', 168_000n],
  ])
  expect(proposal).toMatchObject({ amount: 492_000n, products: 2, cartons: 2, stores: 1 })
  expect(proposal.margin.amount).toBe(24n * 2_716n + 24n * 9_216n)
})

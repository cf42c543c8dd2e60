// What the database itself refuses, whatever the code does.
import { expect, test } from 'vitest'
import { pool } from '#app/platform/db.server.ts'
import { aCooperative, aMembership, anOfficer, aVariant } from '#tests/support/make.ts'
import { aPlacedOrder } from '#tests/support/orders.ts'

const refused = (sql: string, values: unknown[] = []) =>
  pool.query(sql, values).then(
    () => 'accepted',
    (error) => error.constraint ?? error.message,
  )

test('a stock level moves by movements only, starts at nothing, and never reserves what is not there', async () => {
  const variant = await aVariant({ onHand: 10 })
  const { line } = await aPlacedOrder()
  const { membershipId } = await anOfficer()
  const move = (kind: string, onHand: number, reserved: number, lineId: string | null) =>
    refused(
      `insert into stock_movements (id, variant_id, kind, on_hand, reserved, order_line_id, by_membership_id, at)
       values (gen_random_uuid(), $1, $2::movement_kind, $3, $4, $5, $6, now())`,
      [variant.id, kind, onHand, reserved, lineId, membershipId],
    )

  expect(await refused('update stock_levels set on_hand = 99')).toMatch(
    'UPDATE on stock_levels is not allowed',
  )
  expect(await refused('update stock_movements set on_hand = 99')).toMatch('is not allowed')
  expect(await refused('delete from stock_movements')).toMatch('is not allowed')
  expect(await move('reserved', 0, 11, line.id)).toBe('stock_reserves_what_is_on_hand')
  expect(await move('damaged', -11, 0, null)).toBe('stock_reserves_what_is_on_hand')
  expect(await move('released', 0, -1, line.id)).toBe('stock_reserves_what_is_on_hand')
  expect(await move('reserved', 0, 5, null)).toBe('movements_fit_their_kind')
  expect(await move('received', 5, 0, null)).toBe('movements_fit_their_kind')
  expect(await move('reserved', 0, 10, line.id)).toBe('accepted')
  expect(await move('damaged', -1, 0, null)).toBe('stock_reserves_what_is_on_hand')
})

test('a hundred movements at once sum to the level', async () => {
  const variant = await aVariant({ onHand: 60 })
  const { line } = await aPlacedOrder()
  const { membershipId } = await anOfficer()
  const tries = await Promise.all(
    Array.from({ length: 100 }, () =>
      refused(
        `insert into stock_movements (id, variant_id, kind, reserved, order_line_id, by_membership_id, at)
         values (gen_random_uuid(), $1, 'reserved', 1, $2, $3, now())`,
        [variant.id, line.id, membershipId],
      ),
    ),
  )

  expect(tries.filter((one) => one === 'accepted')).toHaveLength(60)
  expect(tries.filter((one) => one === 'stock_reserves_what_is_on_hand')).toHaveLength(40)
  const { rows } = await pool.query(
    `select l.on_hand, l.reserved, sum(m.on_hand)::int moved, sum(m.reserved)::int held
     from stock_levels l join stock_movements m using (variant_id) where variant_id = $1 group by 1, 2`,
    [variant.id],
  )
  expect(rows).toEqual([{ on_hand: 60, reserved: 60, moved: 60, held: 60 }])
})

test('bookings never overlap on a shelf, never leave it, and are as wide as their facings', async () => {
  await aPlacedOrder()
  const booking = (change: string) =>
    refused(
      `insert into shelf_bookings (id, shelf_id, chain_id, line_id, variant_id, facings, stack, pack_width_mm,
         pack_height_mm, pack_depth_mm, start_mm, end_mm, starts_on, ends_on)
       select gen_random_uuid(), shelf_id, chain_id, line_id, variant_id, facings, stack, pack_width_mm, pack_height_mm,
         pack_depth_mm, ${change} from shelf_bookings limit 1`,
    )

  expect(await booking('start_mm, end_mm, starts_on, ends_on')).toBe('no_two_bookings_overlap')
  expect(await booking('479, 959, starts_on, ends_on')).toBe('no_two_bookings_overlap')
  expect(await booking('0, 480, ends_on - 1, ends_on + 30')).toBe('no_two_bookings_overlap')
  expect(await booking('480, 961, starts_on, ends_on')).toBe('bookings_are_as_wide_as_their_facings')
  expect(await booking('960, 1440, starts_on, ends_on')).toMatch('the shelf ends at 1200 mm')
  expect(await booking('480, 960, ends_on, starts_on')).toBe('bookings_have_days')
  expect(await booking('480, 960, starts_on, ends_on')).toBe('accepted')
  expect(await booking('0, 480, ends_on, ends_on + 30')).toBe('accepted')
})

test('a role is of its organisation’s kind, and one person is there once', async () => {
  const cooperative = await aCooperative()
  const officer = await aMembership(cooperative, 'officer')
  const stranger = await aMembership(await aCooperative(), 'officer')
  const member = (kind: string, role: string, { personId } = stranger) =>
    refused(
      `insert into memberships (id, person_id, organisation_id, organisation_kind, role)
       values (gen_random_uuid(), $1, $2, $3::organisation_kind, $4::role)`,
      [personId, cooperative.id, kind, role],
    )

  expect(await member('cooperative', 'buyer')).toBe('memberships_give_a_role_of_their_kind')
  expect(await member('retail_chain', 'buyer')).toBe('memberships_organisation_id_organisation_kind_fkey')
  expect(await member('cooperative', 'manager', officer)).toBe('one_membership_at_a_time')
})

test('a variant has a valid GTIN, and marks one of 20 to 29 as in-store', async () => {
  const { id } = await aVariant()
  const set = (gtin: string, kind: string) =>
    refused('update variants set gtin = $2, gtin_kind = $3::gtin_kind where id = $1', [id, gtin, kind])

  expect(await set('8991234567892', 'gs1')).toBe('variants_have_a_valid_gtin')
  expect(await set('899123456789', 'gs1')).toBe('variants_have_a_valid_gtin')
  expect(await set('2000000000015', 'gs1')).toBe('variants_mark_in_store_codes')
  expect(await set('8991234567891', 'gs1')).toBe('accepted')
})

test('a purchase order costs something while it stands, and lines ask for something', async () => {
  await aPlacedOrder()

  expect(await refused('update purchase_orders set total = 0')).toBe('purchase_orders_cost_something')
  expect(await refused('update purchase_orders set total = -1')).toMatch('purchase_orders')
  expect(await refused('update purchase_order_lines set cartons = 0')).toBe('lines_ask_for_something')
  expect(await refused("update purchase_order_lines set status = 'countered'")).toBe(
    'counter_offers_say_how_much_and_when',
  )
})

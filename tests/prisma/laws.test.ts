// What the database itself refuses, whatever the code does.
import { expect, test } from 'vitest'
import { db, pool } from '#app/platform/db.server.ts'
import { aCooperative, aMembership, anOfficer, aPhoto, aVariant } from '#tests/support/make.ts'
import { aMember, change, nik } from '#tests/support/members.ts'
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
  const lot = await db.lot.findFirstOrThrow({ where: { variantId: variant.id } })
  const move = (kind: string, onHand: number, reserved: number, lineId: string | null, lotId?: string) =>
    refused(
      `insert into stock_movements (id, variant_id, lot_id, kind, on_hand, reserved, order_line_id, by_membership_id, at)
       values (gen_random_uuid(), $1, $7, $2::movement_kind, $3, $4, $5, $6, now())`,
      [variant.id, kind, onHand, reserved, lineId, membershipId, lotId ?? null],
    )

  expect(await refused('update stock_levels set on_hand = 99')).toMatch(
    'UPDATE on stock_levels is not allowed',
  )
  expect(await refused('update stock_movements set on_hand = 99')).toMatch('is not allowed')
  expect(await refused('delete from stock_movements')).toMatch('is not allowed')
  expect(await move('reserved', 0, 11, line.id)).toBe('stock_reserves_what_is_on_hand')
  expect(await move('damaged', -11, 0, null, lot.id)).toBe('stock_reserves_what_is_on_hand')
  expect(await move('released', 0, -1, line.id)).toBe('stock_reserves_what_is_on_hand')
  expect(await move('reserved', 0, 5, null)).toBe('movements_fit_their_kind')
  expect(await move('received', 5, 0, null)).toBe('movements_fit_their_kind')
  expect(await move('reserved', 0, 10, line.id)).toBe('accepted')
  expect(await move('damaged', -1, 0, null, lot.id)).toBe('stock_reserves_what_is_on_hand')
  expect(await move('damaged', -1, 0, null)).toBe('movements_name_their_lot')
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
  const below = 'lines_below_the_list_name_their_step'
  expect(await refused('update purchase_order_lines set unit_price = list_price - 1')).toBe(below)
  expect(await refused('update purchase_order_lines set step_cartons = 5')).toBe(below)
  const one = 'update purchase_order_lines set unit_price = list_price - 1, step_cartons = 1'
  expect(await refused(one)).toBe('steps_of_lines_begin_above_one_carton')
})

test('a producer’s sign-in names its producer, of the same cooperative, and nobody else’s does', async () => {
  const { producerId, officer } = await aMember()
  const other = await aMember()
  const stranger = await aMembership(await aCooperative(), 'officer')
  const member = (role: string, producer: string | null, organisation = officer.cooperativeId) =>
    refused(
      `insert into memberships (id, person_id, organisation_id, organisation_kind, role, producer_id)
       values (gen_random_uuid(), $1, $2, 'cooperative', $3::role, $4)`,
      [stranger.personId, organisation, role, producer],
    )

  expect(await member('producer', null)).toBe('a_producer_signs_in_for_itself')
  expect(await member('officer', producerId)).toBe('a_producer_signs_in_for_itself')
  expect(await member('producer', other.producerId)).toBe('memberships_producer_id_organisation_id_fkey')
  expect(await member('producer', producerId)).toBe('accepted')
  expect(await member('producer', producerId)).toBe('one_membership_at_a_time')
  expect(await member('officer', null)).toBe('accepted')
  const invite = (role: string, column: string) =>
    refused(`update memberships set ${column} where person_id = $1 and role = $2::role`, [
      stranger.personId,
      role,
    ])
  for (const column of ["invited_name = 'Bu'", "invited_contact = '+62'"]) {
    expect(await invite('officer', column)).toBe('only_producers_are_named_by_who_invited')
    expect(await invite('producer', column)).toBe('accepted')
  }
})

test('a member’s secrets are sealed or absent, whole, and verified only where they are', async () => {
  const { producerId, officer } = await aMember()
  const set = (sql: string) =>
    refused(`update producer_records set ${sql} where producer_id = $1`, [producerId])

  expect(await set(`nik_sealed = '3579014101909999', nik_digest = 'x', nik_region = '3579'`)).toBe(
    'records_seal_what_is_secret',
  )
  expect(await set(`npwp_sealed = '3579014101909999'`)).toBe('records_seal_what_is_secret')
  expect(await set(`nik_sealed = 's1.test.a.b'`)).toBe('records_keep_a_nik_whole')
  expect(await set(`nik_sealed = 's1.test.a.b', nik_digest = 'x', nik_region = '357901'`)).toBe(
    'records_keep_a_nik_whole',
  )
  expect(await set(`nik_verified_at = now()`)).toBe('records_verify_a_nik_that_is_there')
  expect(await set(`bank = 'BRI'`)).toBe('records_keep_an_account_whole')
  expect(await set(`nib = '123'`)).toBe('records_have_a_valid_nib')
  expect(await set(`is_pkp = true`)).toBe('records_of_a_pkp_have_an_npwp')
  expect(await set(`statement_on = '2026-11-01'`)).toBe('statements_say_who_recorded_them')
  expect(await set(`owner_name = ''`)).toBe('records_name_the_owner')
  expect(await set(`owner_name = '', erased_at = now(), nib = '1112210007923'`)).toBe(
    'erased_records_hold_nothing',
  )
  await change(officer, producerId, { nik })
  const other = await aMember({ officer })
  expect(
    await refused(
      `update producer_records r set nik_sealed = o.nik_sealed, nik_digest = o.nik_digest, nik_region = o.nik_region
       from producer_records o where o.producer_id = $1 and r.producer_id = $2`,
      [producerId, other.producerId],
    ),
  ).toBe('one_member_per_nik')
})

test('what belongs to a member is of its cooperative; days off do not overlap; acts never change', async () => {
  const { producerId, officer } = await aMember()
  const { cooperativeId: elsewhere } = await anOfficer()
  const photo = await aPhoto(elsewhere)
  const closure = (from: string, to: string, cooperative = officer.cooperativeId) =>
    refused(
      `insert into producer_closures (id, producer_id, cooperative_id, starts_on, ends_on)
       values (gen_random_uuid(), $1, $2, $3, $4)`,
      [producerId, cooperative, from, to],
    )

  expect(await closure('2026-12-01', '2026-12-08')).toBe('accepted')
  expect(await closure('2026-12-07', '2026-12-09')).toBe('closures_of_a_producer_never_overlap')
  expect(await closure('2026-12-08', '2026-12-08')).toBe('closures_have_days')
  expect(await closure('2027-01-01', '2027-01-02', elsewhere)).toMatch(
    'producer_closures_producer_id_cooperative_id',
  )
  expect(
    await refused(
      `insert into producer_photos (producer_id, cooperative_id, photo_id, position) values ($1, $2, $3, 1)`,
      [producerId, officer.cooperativeId, photo.id],
    ),
  ).toMatch('producer_photos_photo_id_cooperative_id')
  expect(await refused(`update producer_acts set reason = 'lain'`)).toMatch(
    'UPDATE on producer_acts is not allowed',
  )
  expect(await refused('delete from producer_acts')).toMatch('DELETE on producer_acts is not allowed')
  expect(
    await refused(
      `insert into producer_consents (id, producer_id, cooperative_id, text_version, way, given_at, recorded_by)
       select gen_random_uuid(), producer_id, cooperative_id, text_version, way, given_at, recorded_by from producer_consents`,
    ),
  ).toBe('one_consent_at_a_time')
  expect(await refused(`update producer_consents set withdrawn_at = now()`)).toBe(
    'consents_are_withdrawn_after_they_were_given',
  )
})

test('what a member asks is sealed while it waits, and answered by somebody else, with a reason to refuse', async () => {
  const { producerId, officer } = await aMember()
  const person = (await aMembership(await aCooperative(), 'officer')).personId
  const ask = (columns: string, values: string) =>
    refused(
      `insert into producer_requests (id, producer_id, cooperative_id, asked_by, asked_at, answer_by${columns})
       values (gen_random_uuid(), $1, $2, $3, now(), now() + interval '3 days'${values})`,
      [producerId, officer.cooperativeId, officer.personId],
    )
  const set = (sql: string) => refused(`update producer_requests set ${sql}`)

  expect(await ask(', kind', `, 'correction'`)).toBe('corrections_name_a_field')
  expect(await ask(', kind, field', `, 'correction', 'nik'`)).toBe('requests_keep_a_value_while_they_wait')
  expect(await ask(', kind, field, value_sealed', `, 'correction', 'nik', '3579014101909999'`)).toBe(
    'requests_seal_the_value',
  )
  expect(await ask(', kind, field, value_sealed', `, 'correction', 'nik', 's1.test.a.b'`)).toBe('accepted')
  expect(await ask(', kind, field, value_sealed', `, 'correction', 'nik', 's1.test.a.b'`)).toBe(
    'one_open_request_of_a_kind',
  )
  expect(await set(`status = 'done'`)).toMatch('requests_')
  expect(await set(`status = 'done', value_sealed = null`)).toBe('requests_are_answered_by_somebody')
  const answered = `value_sealed = null, answered_at = now()`
  expect(await set(`status = 'done', ${answered}, answered_by = asked_by`)).toBe(
    'nobody_answers_their_own_request',
  )
  expect(await set(`status = 'refused', ${answered}, answered_by = '${person}'`)).toBe(
    'requests_are_refused_for_a_reason',
  )
  expect(await set(`answer_by = asked_at`)).toBe('requests_are_answered_some_day')
  expect(await set(`status = 'done', ${answered}, answered_by = '${person}'`)).toBe('accepted')
})

import { mainPeople, password } from './batu/people.ts'

/** Who can sign in after a seeding with `SEED=demo`, one for each role. */
export const signIns = mainPeople.map(({ email, for: [first] }) => ({ email, password, role: first?.[1] }))

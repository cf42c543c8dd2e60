import { createCookie } from '@remix-run/node'

/** The session's token. Not signed: a guess would have to hit 256 random bits whose hash the database knows. */
export const sessionCookie = createCookie('rak_sesi', {
  httpOnly: true,
  sameSite: 'lax',
  path: '/',
  secure: process.env.RAK_ENV === 'production',
})

import type { Prisma } from '#app/generated/prisma/client.ts'
import type { Message } from '#app/messages/say.ts'

/** A message as JSON keeps it, where no number is a bigint. */
export const keepMessage = (message: Message): Prisma.InputJsonObject =>
  Object.fromEntries(
    Object.entries(message).map(([name, value]) => [name, typeof value === 'bigint' ? String(value) : value]),
  )

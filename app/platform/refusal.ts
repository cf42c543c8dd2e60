import type { Message } from '#app/messages/say.ts'

export type RefusalKind = 'invalid' | 'forbidden' | 'not_found' | 'conflict' | 'too_many' | 'unavailable'

/**
 * A request the domain turns down, with a message for the person who made it.
 *
 * Thrown, so that the transaction around it rolls back; put into words by `submit`.
 * Anything else that is thrown is a bug and ends in the error boundary.
 */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly kind: RefusalKind
  readonly said: Message
  /** The same, by field of the form: `lines[2].cartons`. */
  readonly fields: Record<string, Message>

  constructor(kind: RefusalKind, said: Message, fields: Record<string, Message> = {}) {
    super(`${kind}: ${said.key}`)
    this.kind = kind
    this.said = said
    this.fields = fields
  }
}

/** The answer to an id that does not exist and to one that belongs to somebody else. */
export const notFound = (): Refusal => new Refusal('not_found', { key: 'error.not_found' })

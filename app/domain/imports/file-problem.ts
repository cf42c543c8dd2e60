import type { Message } from '#app/messages/say.ts'

/** A file that is not read at all, with what to tell the person who sent it. */
export class FileProblem extends Error {
  override name = 'FileProblem'
  readonly said: Message

  constructor(said: Message) {
    super(said.key)
    this.said = said
  }
}

/** The procedure has refused an act; its reason is a sentence for the person. */
export class Refused extends Error {
  override readonly name = 'Refused';
  constructor(
    readonly code: string,
    readonly reason: string,
    readonly field?: string,
  ) {
    super(reason);
  }
}

/** Lets so many through, first come first served, so that the acts of a test last as long as its kills. */
export class Gate {
  #open = 0;
  readonly #waiting: (() => void)[] = [];

  let(count: number): void {
    this.#open += count;
    while (this.#open > 0 && this.#waiting.length > 0) {
      this.#open -= 1;
      this.#waiting.shift()?.();
    }
  }

  pass(): Promise<void> {
    if (this.#open > 0) {
      this.#open -= 1;
      return Promise.resolve();
    }
    return new Promise((through) => this.#waiting.push(through));
  }
}

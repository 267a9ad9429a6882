/** Seconds without a touch until the kiosk asks, and seconds to answer. */
const WARN_AFTER = 45;
const ANSWER_WITHIN = 20;

/** Watches for touches: `left` counts down once the kiosk asks; at zero everything is cleared. */
export class IdleWatch {
  left = $state<number | null>(null);
  readonly #over: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(over: () => void) {
    this.#over = over;
  }

  /** Somebody is here. While the kiosk asks, only the answer counts, not a stray touch. */
  touched = (): void => {
    if (this.left === null) this.stay();
  };

  stay = (): void => {
    clearTimeout(this.#timer);
    this.left = null;
    this.#timer = setTimeout(() => this.#count(ANSWER_WITHIN), WARN_AFTER * 1000);
  };

  stop = (): void => clearTimeout(this.#timer);

  #count(left: number): void {
    this.left = left;
    if (left === 0) this.#over();
    else this.#timer = setTimeout(() => this.#count(left - 1), 1000);
  }
}

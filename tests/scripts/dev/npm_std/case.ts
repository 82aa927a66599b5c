/**
 * What the used parts of `@std/assert` 1.0.19, `@std/cli` 1.0.32 and `@std/csv`
 * 1.0.6 must do, by the documentation that jsr.io publishes for them: the
 * symbol, then what its page says in other words, then a call that shows it.
 * One table, in several files, judges the real packages where JSR answers and
 * the stand-ins where it does not.
 *
 * @module
 */

/** One thing that the documentation says, and a call that shows it. */
export interface Case {
  /** The symbol, and what its documentation says in other words. */
  readonly says: string;
  /** The call. */
  run(): unknown;
  /** What it returns or resolves to; a failing assertion instead if `fails`. */
  readonly gives?: unknown;
  /**
   * It throws, or rejects with, an AssertionError whose message contains this.
   */
  readonly fails?: string;
}

/** A call that returns nothing and throws nothing. */
export const passes = (says: string, run: () => unknown): Case => ({
  says,
  run,
  gives: undefined,
});

/**
 * A call that fails, with an AssertionError whose message contains `message`.
 */
export const fails = (
  says: string,
  run: () => unknown,
  message = "",
): Case => ({
  says,
  run,
  fails: message,
});

/** A call that returns, or resolves to, `value`. */
export const gives = (
  says: string,
  run: () => unknown,
  value: unknown,
): Case => ({
  says,
  run,
  gives: value,
});

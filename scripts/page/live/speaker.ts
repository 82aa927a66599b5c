/// <reference lib="dom" />
/** What is read aloud: one sentence, when things have come to rest. */
import { say } from "./elements.ts";

const REST = 700; // ms

/** Speaks through one live region, and only of the last of many changes. */
export class Speaker {
  readonly #region: HTMLElement;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #hasBegun = false;

  /** Takes the live region. */
  constructor(region: HTMLElement) {
    this.#region = region;
  }

  /** What is said before this is part of the page that was opened. */
  begin(): void {
    this.#hasBegun = true;
  }

  /** Says a text, if no other follows at once. */
  say(text: string): void {
    clearTimeout(this.#timer);
    if (!this.#hasBegun) return;
    this.#timer = setTimeout(() => say(this.#region, text), REST);
  }
}

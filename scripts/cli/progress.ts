/** How far long work is: a bar on a terminal, a line now and then elsewhere. */
import { unicodeWidth } from "@std/cli/unicode-width";

/** What can be told of. */
export interface Step {
  readonly done: number;
  readonly total: number;
  /** What stands behind the bar. */
  readonly text: string;
}

const WIDTH = 16;
/** The bar is drawn anew at most this often, in milliseconds. */
const PAUSE = 80;
/** Elsewhere a line comes whenever another such part is done. */
const PARTS = 5;

/** Where it is told: standard error, or what a test has instead. */
export interface Screen {
  isTerminal(): boolean;
  writeSync(bytes: Uint8Array): number;
  /** How wide it is; asked only of a terminal. */
  columns?(): number;
}

/** Tells how far something is. Dispose of it when that is done. */
export class Progress implements Disposable {
  /** Whether there is a bar. */
  readonly isTerminal: boolean;
  readonly #screen: Screen;
  #shown = -Infinity;
  #isDrawn = false;
  #part = 0;
  #breath = performance.now();

  constructor(screen: Screen = Deno.stderr) {
    this.#screen = screen;
    this.isTerminal = screen.isTerminal();
  }

  /**
   * Tells of a step; on a terminal only now and then, elsewhere at each fifth.
   */
  show({ done, total, text }: Step): void {
    if (this.isTerminal) {
      const now = performance.now();
      if (now - this.#shown < PAUSE && done < total) return;
      this.#shown = now;
      this.#isDrawn = true;
      // Some terminals do not know how wide they are, and say 0.
      const columns = this.#screen.columns?.() ?? Deno.consoleSize().columns;
      const line = cut(`${bar(done / total)} ${text}`, (columns || 80) - 1);
      this.#write(`\r\x1b[K${line}`);
    } else {
      const part = Math.floor(PARTS * done / total);
      if (part === this.#part) return;
      this.#part = part;
      this.#write(`${text}\n`);
    }
  }

  /**
   * Lets other work go on, such as a Ctrl-C; only now and then, because that
   * takes a while.
   *
   * @returns A promise to wait for, if it is time.
   */
  breathe(): Promise<void> | undefined {
    const now = performance.now();
    if (now - this.#breath < PAUSE) return undefined;
    this.#breath = now;
    return new Promise((resolve) => setTimeout(resolve));
  }

  [Symbol.dispose](): void {
    if (this.#isDrawn) this.#write("\r\x1b[K");
    this.#isDrawn = false;
  }

  #write(text: string): void {
    this.#screen.writeSync(new TextEncoder().encode(text));
  }
}

/**
 * As much of a text as a line takes: a longer one would stay when the next is
 * drawn.
 */
function cut(text: string, columns: number): string {
  const letters = [...text];
  while (letters.length > 0 && unicodeWidth(letters.join("")) > columns) {
    letters.pop();
  }
  return letters.join("");
}

/** `████████▌       ` */
function bar(part: number): string {
  const eighths = Math.round(8 * WIDTH * Math.min(Math.max(part, 0), 1));
  const whole = "█".repeat(Math.floor(eighths / 8));
  const rest = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8]!;
  return (whole + rest).padEnd(WIDTH);
}

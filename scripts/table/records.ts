/**
 * The records of a CSV text, each with the lines of the file that it stands on.
 */
import { CsvParseStream } from "@std/csv";

/** Where a record stands. */
export interface Place {
  /** The line on which it begins, counted from 1. */
  readonly line: number;
  /** The record as it stands in the file. */
  readonly text: string;
}

/**
 * A quote that is never closed makes the rest of a file unreadable, again from
 * every line.
 */
const MOST_RESTARTS = 1000;

/**
 * Reads a CSV text as a stream and visits its records in order. Whichever
 * parser is linked, it gets whole lines that end in LF alone: so a line break
 * inside quotes is LF, and a row with a quote that does not fit is one row,
 * however long. A record whose quotes do not fit is visited without fields;
 * reading goes on at the line after its first one.
 *
 * @param pieces The text.
 * @param separator What stands between two fields.
 * @param visit Called for each record; reading stops if it returns `false`, and
 * waits where it returns a promise. `place` may be asked during the call only.
 */
export async function eachRecord(
  pieces: AsyncIterable<string>,
  separator: string,
  visit: (
    fields: readonly string[] | undefined,
    place: () => Place,
  ) => boolean | void | Promise<void>,
): Promise<void> {
  const source = wholeLines(pieces);
  const lines = new Lines();
  try {
    for (let restarts = 0;; restarts++) {
      const feed = new Feed(source, lines);
      const parser = new CsvParseStream({ separator });
      try {
        for await (const fields of feed.stream.pipeThrough(parser)) {
          lines.skipEmpty();
          const count = 1 + breaksIn(fields);
          const answer = visit(fields, () => lines.place(count));
          if (answer === false) return;
          if (answer instanceof Promise) await answer;
          lines.drop(count);
        }
        return;
      } catch (error) {
        if (!(error instanceof SyntaxError) || restarts === MOST_RESTARTS) {
          throw error;
        }
        await feed.stop();
        lines.skipEmpty();
        const answer = visit(undefined, () => lines.place(1));
        if (answer === false) return;
        if (answer instanceof Promise) await answer;
        lines.drop(1);
      }
    }
  } finally {
    await source.return();
  }
}

/** Pieces of text that end where a line ends, but for the last. */
async function* wholeLines(
  pieces: AsyncIterable<string>,
): AsyncGenerator<string, void> {
  let waiting: string[] = [];
  for await (const piece of pieces) {
    const end = piece.lastIndexOf("\n") + 1;
    if (end === 0) {
      waiting.push(piece);
      continue;
    }
    yield waiting.join("") + piece.slice(0, end);
    waiting = [piece.slice(end)];
  }
  const rest = waiting.join("");
  if (rest !== "") yield rest;
}

/** Line breaks as LF, also at the end of a text. */
function withLineFeeds(text: string): string {
  return text.replace(/\r+(?=\n|$)/g, "");
}

function breaksIn(fields: readonly string[]): number {
  let count = 0;
  for (const field of fields) {
    for (let i = field.indexOf("\n"); i >= 0; i = field.indexOf("\n", i + 1)) {
      count++;
    }
  }
  return count;
}

/** The lines that went into the parser and have not come out of it yet. */
class Lines {
  #waiting: string[] = [];
  #head = 0;
  #number = 1;

  /** Adds lines; the last of all need not end. */
  add(piece: string): void {
    const lines = piece.split("\n");
    // Behind a line break nothing is waiting yet.
    if (this.#waiting.length > this.#head) this.#waiting.pop();
    this.#waiting = this.#waiting.slice(this.#head);
    this.#head = 0;
    for (const line of lines) this.#waiting.push(line);
  }

  /**
   * Passes over the lines that a parser passes over: those without a character.
   */
  skipEmpty(): void {
    while (
      this.#head < this.#waiting.length - 1 &&
      /^\r*$/.test(this.#waiting[this.#head]!)
    ) this.drop(1);
  }

  place(count: number): Place {
    const waiting = this.#waiting, head = this.#head;
    return {
      line: this.#number,
      // Most ask for the line alone.
      get text() {
        return waiting.slice(head, head + count).join("\n").replace(/\r$/, "");
      },
    };
  }

  drop(count: number): void {
    this.#head += count;
    this.#number += count;
  }

  /** The number of the line that comes out next. */
  get next(): number {
    return this.#number;
  }

  /** The lines from one on, not all at once: how many, and their text. */
  block(number: number): { count: number; text: string } {
    const from = this.#head + number - this.#number;
    const lines = this.#waiting.slice(from, from + 1000);
    const isEnd = from + lines.length >= this.#waiting.length;
    return {
      count: lines.length,
      text: withLineFeeds(lines.join("\n")) + (isEnd ? "" : "\n"),
    };
  }
}

/** What a parser is fed with: the lines that wait, then the source. */
class Feed {
  readonly stream: ReadableStream<string>;
  #stopped = false;
  #pulling: Promise<void> = Promise.resolve();

  constructor(source: AsyncIterator<string, void>, lines: Lines) {
    let again: number | undefined = lines.next;
    this.stream = new ReadableStream<string>({
      pull: (controller) => {
        if (this.#stopped) return controller.close();
        if (again !== undefined) {
          const { count, text } = lines.block(again);
          again = text === "" ? undefined : again + count;
          if (text !== "") return controller.enqueue(text);
        }
        this.#pulling = source.next().then(({ done, value }) => {
          if (!done) lines.add(value);
          if (this.#stopped) return;
          if (done) controller.close();
          else controller.enqueue(withLineFeeds(value));
        });
        return this.#pulling;
      },
      // A parser that has failed, or a visitor who stops, wants no more.
      cancel: () => {
        this.#stopped = true;
      },
    }, { highWaterMark: 1 });
  }

  /** Leaves the rest of the source to another feed. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#pulling;
  }
}

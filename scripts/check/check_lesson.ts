/** Has a lesson checked by a worker, and ends it where a cell does not end. */
import { giveUp } from "../cli/give_up.ts";
import { message, type Text } from "../cli/message.ts";
import type { Report } from "./report.ts";

/** Limits in seconds. */
export interface CheckLimits {
  /** For a cell with all that is looked at. */
  readonly cell: number;
  /**
   * For loading a lesson: packages may be fetched first, on a machine that is
   * busy.
   */
  readonly loading: number;
}

const endless = message({
  ja:
    "セル {cell} が {seconds} 秒たっても終わりません。run と picture は、もっと早く終わる必要があります",
  en:
    "Cell {cell} has not ended after {seconds} seconds: its run and picture must end sooner",
});
const unending = message({
  ja:
    "レッスンの読み込みが {seconds} 秒たっても終わりません。計算は run の中に書いてください",
  en:
    "Loading the lesson has not ended after {seconds} seconds: computations belong into a run",
});

/**
 * Checks a lesson before anything reads it.
 *
 * @param url The address of its file.
 * @param limits How long it waits.
 * @returns The last report: what is wrong, or that there is no lesson.
 */
export async function checkLesson(
  url: string,
  { cell, loading }: CheckLimits = { cell: 10, loading: 60 },
): Promise<Exclude<Report, { kind: "cell" }>> {
  const worker = new Worker(new URL("./worker.ts", import.meta.url).href, {
    type: "module",
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    return await new Promise((resolve) => {
      const wait = (text: Text, seconds: number): void => {
        clearTimeout(timer);
        timer = setTimeout(() => {
          giveUp(worker);
          resolve({ kind: "done", problems: [text] });
        }, seconds * 1000);
      };
      worker.onmessage = ({ data }: MessageEvent<Report>) => {
        if (data.kind !== "cell") return resolve(data);
        wait(endless({ cell: data.name, seconds: cell }), cell);
      };
      worker.onerror = (event) => {
        event.preventDefault();
        resolve({ kind: "unloaded", error: event.message });
      };
      wait(unending({ seconds: loading }), loading);
      worker.postMessage(url);
    });
  } finally {
    clearTimeout(timer);
    worker.terminate();
  }
}

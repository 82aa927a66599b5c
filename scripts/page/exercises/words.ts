/** What a page of exercises says. */
import { message, type Text } from "../../cli/message.ts";

/** While a task is checked. */
export const working: Text = { ja: "確かめています…", en: "Checking …" };
/** Where everything is right. */
export const right: Text = { ja: "✓ 正解です。", en: "✓ Right." };
/** Where it took too long. */
export const tooLong: Text = {
  ja:
    "✗ 3 秒で終わらなかったので止めました。while や for の終わる条件を確かめてください。",
  en: "✗ Stopped after 3 seconds. Look at the condition of each while and for.",
};
/** How many cases of a task are wrong. */
export const wrongCases = message({
  ja: "✗ {total} 個の例のうち {failed} 個が正しくありません。",
  en: "✗ {failed} of {total} cases are wrong.",
});
/** What follows from earlier tasks. */
export const fromEarlier = message({
  ja: "前の課題の {names} が違うためです。それを直せば、この課題は合います。",
  en:
    "It comes of {names} in earlier tasks: with those right, this task is right too.",
});
/** How many tasks are right. */
export const counted = message({
  ja: "{all} 題のうち {right} 題が正解です。",
  en: "Right: {right} of {all} tasks.",
});
/** What became of what was written. */
export const stored: Readonly<Record<"gone" | "loaded", Text>> = {
  gone: {
    ja: "このブラウザに残っていたものを消しました。",
    en: "What this browser kept is gone.",
  },
  loaded: { ja: "ファイルを読み込みました。", en: "The file is here." },
};

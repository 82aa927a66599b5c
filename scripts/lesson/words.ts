/** The words around a cell that a page and a notebook share. */
import type { Text } from "../cli/message.ts";

/** Above the question of an exercise. */
export const question: Text = { ja: "問題", en: "Exercise" };

/** Before what is wrong with the lecture. */
export const correction: Text = { ja: "訂正", en: "Erratum" };

/** Above the number that the lecture's way gives. */
export const lecturesWay: Text = { ja: "講義の計算", en: "the lecture's way" };

/** Above the right number. */
export const rightWay: Text = { ja: "正しくは", en: "right" };

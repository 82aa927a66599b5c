/** The words around a cell that a page and a notebook share. */
import { message, type Text } from "../cli/message.ts";

/** Above the question of an exercise. */
export const question: Text = { ja: "問題", en: "Exercise" };

/** Before the text of a cell that goes beyond the lecture. */
export const beyondLecture: Text = {
  ja: "【発展：講義にはない内容】",
  en: "[Beyond the lecture]",
};

/** Above a cell's program in NumPy. */
export const inNumPy: Text = {
  ja: "同じ計算を NumPy で",
  en: "The same in NumPy",
};

/** Before what is wrong with the lecture. */
export const correction: Text = { ja: "訂正", en: "Erratum" };

/** Above the number that the lecture's way gives. */
export const lecturesWay: Text = { ja: "講義の計算", en: "the lecture's way" };

/** Above the right number. */
export const rightWay: Text = { ja: "正しくは", en: "right" };

/** Below a cell whose inputs somebody changed. */
export const changedInputs: Text = {
  ja:
    "入力を変えたので、講義の出力とは比べません。説明の文は、もとの入力についてのものです。",
  en:
    "An input was changed, so nothing is compared with the lecture. The text still speaks of the original inputs.",
};

/** Why a changed input cannot be computed with. */
export const badInput = message({
  ja:
    "この入力では計算できません。値と、行や列の数を確かめてください（{error}）。",
  en: "This input cannot be used: {error}",
});

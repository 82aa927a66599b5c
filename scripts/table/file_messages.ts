/** What is said about a file that should be text, in both languages. */
import type { Text } from "../cli/command_line.ts";

export const fileMessages = {
  noFile: {
    ja: "{file} がありません。同じフォルダにあるもの：{there}",
    en: "Cannot read {file}: there is no such file; in that folder: {there}",
  },
  noFolder: {
    ja: "{file} がありません。（フォルダの中は見られませんでした）",
    en:
      "Cannot read {file}: there is no such file (its folder could not be listed)",
  },
  nothing: { ja: "（何もありません）", en: "nothing" },
  folder: {
    ja: "{file} はフォルダです。CSV ファイルを指定してください。",
    en: "Cannot read {file}: it is a folder, a CSV file is needed",
  },
  workbook: {
    ja:
      "{file} は Excel のブックです。Excel で「CSV UTF-8（コンマ区切り）」として保存してください。",
    en:
      'Cannot read {file}: it is an Excel workbook, save it in Excel as "CSV UTF-8 (comma delimited)"',
  },
  notText: {
    ja: "{file} はテキストではありません。CSV ファイルを指定してください。",
    en: "Cannot read {file}: it is no text, a CSV file is needed",
  },
  quotes: {
    ja:
      '{file} の {line} 行目の引用符（"）が合いません。項目の中の " は "" と書き、項目全体を " で囲んでください。',
    en:
      'Cannot read {file}: the quotes (") on line {line} do not fit, a " inside a field must be doubled, and the field be put in quotes',
  },
  encoding: {
    ja:
      "{file} の文字コードが分かりません：{line} 行目が {names} として読めません。{remedy}",
    en: "Cannot read {file}: line {line} is not {names}, {remedy}",
  },
  saveAgain: {
    ja: "UTF-8 で保存し直してください。",
    en: "it must be saved again in UTF-8",
  },
  noEncoding: {
    ja:
      "{name} という文字コードは知りません（例：utf-8、shift_jis、euc-jp、windows-1252）。",
    en: "Cannot decode as {name}: no such encoding is known, " +
      "such as utf-8, shift_jis, euc-jp or windows-1252 is needed",
  },
} as const satisfies Record<string, Text>;

/** What is said about tables, in both languages. */
import type { Text } from "../cli/command_line.ts";

export const tableMessages = {
  nameEncoding: {
    ja: "--encoding で指定してください（例：euc-jp、windows-1252）。",
    en: "name the encoding with --encoding, such as euc-jp or windows-1252",
  },

  // its header
  empty: {
    ja: "{file} は空です。列の名前の行が必要です。",
    en: "Cannot read {file}: it is empty, a row of column names is needed",
  },
  noColumn: {
    ja: "{file} に {name} という列がありません。あるのは：{there}",
    en:
      "Cannot read {file}: there is no column {name}; its columns are {there}",
  },
  garbled: {
    ja:
      "（文字コードは {encoding}。文字が化けていたら --encoding で指定してください）",
    en: " (read as {encoding}; if the letters look wrong, use --encoding)",
  },
  noHeader: {
    ja:
      "（1 行目は数だけです。列の名前の行がないようです。1 行目に名前を書いてください）",
    en:
      " (the first row holds numbers only: put a row of column names above it)",
  },
  namesBelow: {
    ja:
      "（列の名前は {line} 行目にあるようです。それより上の行を消してください）",
    en:
      " (they seem to stand on line {line}: the lines above it must be deleted)",
  },
  oldLines: {
    ja:
      "{file} は古い Mac の改行（CR）で書かれています。「CSV UTF-8（コンマ区切り）」として保存し直してください。",
    en:
      'Cannot read {file}: its lines end in CR alone, save it again as "CSV UTF-8 (comma delimited)"',
  },
  twoColumns: {
    ja:
      "{file} には {name} という列が {count} つあります。一つだけにしてください。",
    en:
      "Cannot read {file}: {count} columns are called {name}, one of them must be renamed",
  },
  sameColumn: {
    ja: "{file} の列 {name} が 2 回指定されています。1 回だけにしてください。",
    en:
      "Cannot read {file}: the column {name} is asked for twice, each may be used once",
  },
  badHeader: {
    ja:
      '{file} の 1 行目の引用符（"）が合いません。列の名前の行を直してください。',
    en:
      'Cannot read {file}: the quotes (") of its first row do not fit, it must hold the column names',
  },
  noRows: {
    ja: "{file} には使える行がありません。",
    en: "Cannot read {file}: it has no row that can be used, one is needed",
  },

  // rows that cannot be used
  badRows: {
    ja: "{file} の {total} 行のうち {count} 行が使えません：",
    en: "Cannot read {file}: {count} of its {total} rows cannot be used:",
  },
  at: {
    ja: "{file}  {record} 件目（{line} 行目）：{problem}",
    en: "{file}, record {record} (line {line}): {problem}",
  },
  atColumn: {
    ja: "{file}  {record} 件目（{line} 行目）列 {column}：{problem}",
    en: "{file}, record {record} (line {line}), column {column}: {problem}",
  },
  more: { ja: "ほかに {count} か所", en: "and {count} more" },
  skip: {
    ja:
      "直すか、--skip-bad-rows を付けてください。付けると、使えない行は除いて続けます。",
    en: "Mend them, or add --skip-bad-rows to go on without them.",
  },
  emptyCell: {
    ja: "空です。数が必要です",
    en: "found nothing, a number is needed",
  },
  notANumber: {
    ja: "{found} は数ではありません。数が必要です",
    en: "found {found}, a number is needed",
  },
  comma: {
    ja:
      "{found} は数ではありません。コンマが小数点なら --decimal , を付けてください",
    en:
      "found {found}, a number is needed (if the comma stands before decimals, add --decimal ,)",
  },
  ambiguous: {
    ja:
      "{found} は桁区切りとも小数とも読めます。--decimal . か --decimal , で決めてください",
    en:
      "found {found}, which may have a thousands separator or decimals; settle it with --decimal . or --decimal ,",
  },
  tooLarge: {
    ja: "{found} は大きすぎます。1.8e308 までの数が必要です",
    en: "found {found}, a number below 1.8e308 is needed",
  },
  emptyLabel: {
    ja: "空です。ラベルが必要です",
    en: "found nothing, a label is needed",
  },
  noBand: {
    ja:
      "ラベル {found} はどのバンドにもありません。バンドのラベルは {bands} です",
    en: "found the label {found}, one of the bands' labels is needed: {bands}",
  },
  fields: {
    ja:
      '項目が {found} 個あります。1 行目と同じ {needed} 個が必要です（コンマを含む項目は " で囲みます）',
    en:
      "found {found} fields, {needed} are needed as in the first row (a field with a separator in it needs quotes)",
  },
  quotes: {
    ja:
      '引用符（"）が合いません。項目の中の " は "" と書き、項目全体を " で囲みます',
    en:
      'its quotes (") do not fit: a " inside a field must be doubled, and the field be put in quotes',
  },
  tooManyQuotes: {
    ja:
      '{file} には引用符（"）の合わない行が多すぎます。CSV として書き出し直してください：',
    en:
      'Cannot read {file}: the quotes (") of too many rows do not fit, write the file as CSV again:',
  },

  // what was done on the way
  readAs: {
    ja:
      "{encoding} として読みました（中身から判断。--encoding で変えられます）",
    en:
      "read as {encoding} (found out from its bytes; --encoding overrides it)",
  },
  separatedBy: {
    ja: "{separator} 区切りとして読みました",
    en: "its fields are separated by {separator}",
  },
  tab: { ja: "タブ", en: "tabs" },
  semicolon: { ja: "「;」", en: '";"' },
  columnTaken: {
    ja: "列 {found} を {name} として使いました",
    en: "the column {found} was taken for {name}",
  },
  first: {
    ja: "{what}：{count} か所（最初は {line} 行目の {found}）",
    en: "{what}: {count} (the first on line {line}: {found})",
  },
  wide: {
    ja: "全角の数字や記号を半角として読みました",
    en: "full-width digits and signs, read as ordinary ones",
  },
  thousands: {
    ja: "桁区切りを除いて読みました",
    en: "thousands separators, left out",
  },
  decimalComma: {
    ja: "コンマを小数点として読みました",
    en: "commas before decimals, read as decimal points",
  },
  exponent: {
    ja:
      "指数表記の数を読みました（表計算ソフトが桁を落としていることがあります）",
    en:
      "numbers with an exponent (a spreadsheet may have dropped digits of them)",
  },
  label: {
    ja: "ラベルの空白・全角・余分な 0 を整えました",
    en: "labels with spaces, full-width letters or needless zeros, made plain",
  },
  blankRows: {
    ja: "空の行を飛ばしました",
    en: "blank rows, passed over",
  },
  extraFields: {
    ja: "行末の余分な空の項目を無視しました",
    en: "empty fields beyond the last column, left out",
  },
  missingFields: {
    ja: "行末の、使わない列の項目がありません",
    en: "rows that end before the last column, where it is not used",
  },
  skipped: {
    ja: "使えない {count} 行を除きました",
    en: "rows that cannot be used, skipped: {count}",
  },
} as const satisfies Record<string, Text>;

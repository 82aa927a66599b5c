/** What was done on the way through a table: how often, and where first. */
import { message, type Text } from "../cli/message.ts";
import { quoted } from "./file_error.ts";
import type { Place } from "./records.ts";
import type { RowChange } from "./rows.ts";

const changes: Readonly<Record<RowChange, Text>> = {
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
  unreadable: {
    ja: "読めない文字を � として読みました",
    en: "rows with letters that cannot be read, taken as �",
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
};

const counted = message({
  ja: "{what}：{count} か所（最初は {line} 行目の {found}）",
  en: "{what}: {count} (the first on line {line}: {found})",
});

const onlySpelling: Text = {
  ja:
    "大文字と小文字・全角・空白・見えない文字など、書き方だけが違うラベルを同じとしました",
  en:
    "labels that differ only in how they are written (case, width, spaces, invisible letters, forms of a sign), taken as one",
};

/** Cells of which something is to be told. */
export interface Counted {
  count: number;
  readonly line: number;
  readonly found: string;
}

/** Counts changes by their kind. */
export class Notes {
  readonly #found = new Map<RowChange, Counted>();

  /** Counts a change; the place of the first of its kind is kept. */
  count(change: RowChange, found: string, place: () => Place): void {
    const known = this.#found.get(change);
    if (known !== undefined) known.count++;
    else this.#found.set(change, { count: 1, line: place().line, found });
  }

  /** Whether there was such a change. */
  has(change: RowChange): boolean {
    return this.#found.has(change);
  }

  /** A sentence for each kind. */
  list(): Text[] {
    return [...this.#found].map(([change, cells]) =>
      countedText(changes[change], cells)
    );
  }
}

/** What is told of labels that were written in another way. */
export function labelNote(cells: Counted): Text {
  return countedText(onlySpelling, cells);
}

function countedText(what: Text, { count, line, found }: Counted): Text {
  return counted({ what, count, line, found: quoted(found) });
}

/** What a command line may say of how a table is to be read. */
import type { Text } from "../cli/message.ts";
import { flag, Misfit, type Option, text, valued } from "../cli/option.ts";
import { plainText } from "../cli/plain.ts";
import type { Separator } from "./header.ts";

/** How a table is to be read, each as `readTable` takes it. */
export const readingOptions = {
  encoding: text({
    takes: "NAME",
    help: {
      ja: "文字コード（utf-8、shift_jis など）。省くと自動",
      en: "such as utf-8 or shift_jis; else found out",
    },
  }),
  separator: valued<Separator>({
    takes: "SIGN",
    help: {
      ja: "項目の区切り（, ; tab）。省くと自動",
      en: "between fields: , ; or tab; else found out",
    },
  }, (written) =>
    sign(written, { ",": ",", ";": ";", tab: "\t" }, {
      ja: ", ; tab のどれか",
      en: "one of , ; tab",
    })),
  decimal: valued<"." | ",">(
    {
      takes: "SIGN",
      help: { ja: "小数点（. または ,）", en: "before decimals: . or ," },
    },
    (written) =>
      sign(written, { ".": ".", ",": "," }, {
        ja: ". または ,",
        en: ". or ,",
      }),
  ),
  sheet: text({
    takes: "NAME",
    help: {
      ja: "Excel のブック（.xlsx）のシート。省くと最初のシート",
      en: "sheet of an Excel workbook (.xlsx); else its first",
    },
  }),
  skipBadRows: flag({
    ja: "使えない行を除いて続け、その行をファイルに書く",
    en: "go on without rows that cannot be used, and write them to a file",
  }),
  badRows: text({
    takes: "FILE",
    help: { ja: "そのファイル", en: "that file" },
    shown: {
      ja: "out/<表>_bad_rows.csv",
      en: "out/<table>_bad_rows.csv",
    },
  }),
} satisfies Record<string, Option<unknown>>;

function sign<Sign>(
  written: string,
  signs: Readonly<Record<string, Sign>>,
  needed: Text,
): Sign {
  const found = signs[plainText(written).trim()];
  if (found === undefined) throw new Misfit(needed);
  return found;
}

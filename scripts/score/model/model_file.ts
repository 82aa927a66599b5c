/** Models and texts as files. */
import { type Model, ModelError, parseModel } from "kobai";
import { message, type Text } from "../../cli/message.ts";
import { FileError } from "../../table/file_error.ts";

const unusable = message({
  ja: "{file} をモデルとして使えません：{reason}",
  en: "Cannot use {file} as a model: {reason}",
});
const noModel: Text = {
  ja: "このキットのモデルではないか、途中で切れています",
  en: "it is no model of this kit, or was cut off",
};
const otherVersion: Text = {
  ja: "別の版の形式です。train で作り直してください",
  en: "it is of another version, make it again with train",
};
const damaged = message({
  ja: "壊れています。{path} の値が正しくありません（英文：{detail}）",
  en: "its {path} is damaged ({detail})",
});

const withoutChecksum = message({
  ja:
    "{file} は古い形式（版 1）で、壊れていても気づけません。train で作り直すと、確かめられるようになります。",
  en:
    "{file} is of version 1, in which damage may go unnoticed; make it again with train.",
});

/** A model in a file, and what is to be said of it. */
export interface ModelFile {
  readonly model: Model;
  readonly notice?: Text;
}

/**
 * Reads a model from a file.
 *
 * @throws {FileError} If it is none that can be used.
 */
export async function readModelFile(path: string): Promise<ModelFile> {
  const text = await readText(path);
  try {
    const model = parseModel(text), { version } = JSON.parse(text);
    if (version !== 1) return { model };
    return { model, notice: withoutChecksum({ file: path }) };
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    throw new FileError(unusable({ file: path, reason: reasonOf(error) }));
  }
}

function reasonOf({ reason, path, message }: ModelError): Text {
  if (reason === "version") return otherVersion;
  if (reason !== "damaged") return noModel;
  const detail = message.replace(/^Cannot read the model: /, "");
  return damaged({ path, detail });
}

const noFile = message({
  ja: "{file} がありません。",
  en: "There is no file {file}.",
});
const isFolder = message({
  ja: "{file} はフォルダです。ファイルを指定してください。",
  en: "{file} is a folder, a file is needed.",
});
const notUtf8 = message({
  ja: "{file} は UTF-8 のテキストではありません。",
  en: "{file} is no text in UTF-8.",
});

/**
 * Reads a text in UTF-8, whose byte-order mark is left out.
 *
 * @throws {FileError} If there is no such file, or no such text in it.
 */
export async function readText(path: string): Promise<string> {
  let bytes: Uint8Array;
  try {
    bytes = await Deno.readFile(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) {
      throw new FileError(noFile({ file: path }));
    }
    if (error instanceof Deno.errors.IsADirectory) {
      throw new FileError(isFolder({ file: path }));
    }
    throw error;
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) {
      throw new FileError(notUtf8({ file: path }));
    }
    throw error;
  }
}

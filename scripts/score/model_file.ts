/** Models as files. */
import { type Model, ModelError, parseModel } from "kobai";
import { FileError } from "../table/file_error.ts";
import { message } from "./messages.ts";

/**
 * Reads a model from a file.
 *
 * @throws {FileError} If it is none that can be used.
 */
export async function readModelFile(path: string): Promise<Model> {
  const text = await readText(path);
  try {
    return parseModel(text);
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    const { reason, message: detail } = error;
    throw new FileError((language) =>
      message(language, "badModel", {
        file: path,
        reason: reason === "version"
          ? message(language, "badModelVersion")
          : reason === "damaged"
          ? message(language, "badModelDamaged", {
            detail: detail.replace(/^Cannot read the model: /, ""),
          })
          : message(language, "badModelFormat"),
      })
    );
  }
}

/**
 * Reads a text in UTF-8, whose byte-order mark is left out.
 *
 * @throws {FileError} If there is no such file, or no such text in it.
 */
export async function readText(path: string): Promise<string> {
  const refuse = (name: "noFile" | "folder" | "badText") =>
    new FileError((language) => message(language, name, { file: path }));
  let bytes: Uint8Array;
  try {
    bytes = await Deno.readFile(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) throw refuse("noFile");
    if (error instanceof Deno.errors.IsADirectory) throw refuse("folder");
    throw error;
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) throw refuse("badText");
    throw error;
  }
}

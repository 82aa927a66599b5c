/** What was handed out: a folder or an archive, as a list of files. */
import { message, type Text } from "../../cli/message.ts";
import { UsageError } from "../../cli/usage_error.ts";
import { listZip, type ZipEntry } from "../../zip/read_zip.ts";
import { ofTools } from "./names.ts";
import {
  bytesOf,
  isUnreadable,
  type SubmittedFile,
} from "../submitted_file.ts";

/** A file somewhere in what was handed out. */
export interface Entry {
  /** Its folders and its name, with `/` between them. */
  readonly place: string;
  readonly file: SubmittedFile;
}

const noSuch = message({
  ja: "提出物 {path} がありません。",
  en: "There is no folder or archive {path}.",
});
const noArchive = message({
  ja:
    "{path} は提出物のフォルダでも、読める ZIP ファイルでもありません。ダウンロードし直すか、展開してフォルダを指定してください：{error}",
  en:
    "{path} is neither a folder of submissions nor a ZIP archive that can be read, download it again, or unpack it and name the folder: {error}",
});
const tooLarge: Text = {
  ja: "1 GB を超えています",
  en: "it has more than 1 GB",
};

/** In bytes: an archive is held in memory. */
const largestArchive = 1_000_000_000;

/**
 * All files of a folder with the folders in it, or of a ZIP archive, which is
 * never unpacked onto the disk.
 *
 * @param path Its path.
 * @throws {UsageError} If it is neither.
 */
export async function entriesOf(path: string): Promise<Entry[]> {
  try {
    const root = await Deno.realPath(path);
    const { isDirectory, size } = await Deno.stat(root);
    if (isDirectory) return opened(await inFolder(root, ""));
    if (size > largestArchive) {
      throw new UsageError(noArchive({ path, error: tooLarge }));
    }
    return opened(inArchive(path, listZip(await Deno.readFile(root))));
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) {
      throw new UsageError(noSuch({ path }));
    }
    if (error instanceof RangeError) {
      throw new UsageError(noArchive({ path, error: error.message }));
    }
    throw error;
  }
}

async function inFolder(root: string, folder: string): Promise<Entry[]> {
  const entries: Entry[] = [];
  for await (const entry of Deno.readDir(`${root}/${folder}`)) {
    const place = folder + entry.name, path = `${root}/${place}`;
    if (ofTools.test(entry.name)) continue;
    if (entry.isSymlink) {
      entries.push({ place, file: { refusal: "symbolicLink" } });
    } else if (!entry.isDirectory) entries.push({ place, file: { path } });
    else {
      const inside = await inFolder(root, `${place}/`).catch((error) => {
        // One student must not stand in the others' way.
        if (!isUnreadable(error)) throw error;
        return [{ place, file: { refusal: "unreadable" as const } }];
      });
      entries.push(...inside);
      // Its owner is somebody who handed in nothing that can be used.
      if (inside.length === 0) {
        entries.push({ place: `${place}/`, file: { refusal: "noFile" } });
      }
    }
  }
  return entries;
}

/** In bytes, of an archive in a folder or in another archive. */
const largestInner = 2_000_000;

/**
 * What students packed themselves is a folder of that name; an archive that
 * cannot be read stays a file.
 */
export function opened(entries: readonly Entry[]): Entry[] {
  return entries.flatMap((entry) => {
    const { place, file } = entry;
    if (!/\.zip$/i.test(place) || "refusal" in file) return [entry];
    const list = () => {
      const bytes = bytesOf(file, largestInner);
      return typeof bytes === "string" ? [] : listZip(bytes);
    };
    try {
      // Unpacked anew for each file, not to hold those of a whole class.
      const inner = list().map((one, i): ZipEntry => ({
        ...one,
        content: () => list()[i]!.content(),
      }));
      if (inner.length === 0) return [entry];
      const folder = place.slice(0, -".zip".length);
      return inArchive(file.path, inner)
        .map((one) => ({ ...one, place: `${folder}/${one.place}` }));
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      return [entry];
    }
  });
}

/** What an archive lists; `path` is what it is called in messages. */
export function inArchive(
  path: string,
  entries: readonly ZipEntry[],
): Entry[] {
  const places = entries.map(({ name }) =>
    name.replaceAll("\\", "/").replace(/(?<=^|\/)\.\//g, "")
  );
  const inUse = new Set(places.flatMap((place) => {
    const slash = place.lastIndexOf("/", place.length - 2);
    return slash < 0 ? [] : [place.slice(0, slash + 1)];
  }));
  return entries.flatMap((entry, i): Entry[] => {
    const place = places[i]!;
    if (place.endsWith("/")) {
      return inUse.has(place) ? [] : [{ place, file: { refusal: "noFile" } }];
    }
    if (entry.isLink) return [{ place, file: { refusal: "symbolicLink" } }];
    if (leadsOut(place)) return [{ place, file: { refusal: "outside" } }];
    const { size } = entry, read = () => entry.content();
    return [{
      place,
      file: { path: `${path}/${place}`, archived: { size, read } },
    }];
  });
}

/** Whether a place in an archive is none below the archive. */
function leadsOut(place: string): boolean {
  return /^(?:\/|[a-z]:)|(?:^|\/)\.\.(?:\/|$)|\0/i.test(place);
}

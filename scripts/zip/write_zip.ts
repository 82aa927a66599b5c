/** Writing a ZIP archive: the same bytes for the same files, on any day. */
import { zipSync } from "fflate";

/** The earliest date that there is, which `np.savez` writes too. */
const date = new Date(1980, 0, 1);

/**
 * An archive of files by name, in their order.
 *
 * @param files Names and contents.
 * @param isPacked Whether they are deflated, or stored as they are.
 */
export function writeZip(
  files: Readonly<Record<string, Uint8Array>>,
  isPacked: boolean,
): Uint8Array {
  return zipSync(files, { level: isPacked ? 6 : 0, mtime: date });
}

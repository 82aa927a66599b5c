/** Texts as NumPy keeps them: not a library's business, which has numbers. */

/**
 * The bytes of a `.npy` file with a row of texts, as `np.save` writes an array
 * of them: of type `<U` and as long as the longest, in UTF-32, little-endian.
 *
 * Source: numpy/lib/format.py, the NPY format 1.0.
 */
export function formatTextNpy(texts: readonly string[]): Uint8Array {
  const letters = texts.map((text) =>
    Array.from(text, (letter) => letter.codePointAt(0)!)
  );
  const width = Math.max(1, ...letters.map(({ length }) => length));
  const header = `{'descr': '<U${width}', 'fortran_order': False, ` +
    `'shape': (${texts.length},), }`;
  const start = Math.ceil((10 + header.length + 1) / 64) * 64;
  const bytes = new Uint8Array(start + 4 * width * texts.length);
  bytes.set([0x93, ...new TextEncoder().encode("NUMPY"), 1, 0]);
  const view = new DataView(bytes.buffer);
  view.setUint16(8, start - 10, true);
  bytes.set(
    new TextEncoder().encode(header.padEnd(start - 10 - 1) + "\n"),
    10,
  );
  letters.forEach((text, i) =>
    text.forEach((letter, k) =>
      view.setUint32(start + 4 * (i * width + k), letter, true)
    )
  );
  return bytes;
}

/** The types of numbers that `.npy` files have. */

/** How numbers of a type are read. */
export interface NpyNumbers {
  /** How many bytes each has. */
  readonly size: number;
  /** The number from a byte on; as a bigint where no double holds it. */
  read(at: number): number | bigint;
}

const largest = 2n ** 53n;

/** The reader of a type such as `<f8`. */
export function npyNumbers(
  type: string,
  bytes: Uint8Array,
  action: string,
): NpyNumbers {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // "=" and "|" (or nothing) are the writer's own order, which is little-endian
  // wherever NumPy runs today.
  const isLittle = !type.startsWith(">");
  const integer = (value: bigint) =>
    value > largest || value < -largest ? value : Number(value);
  const readers: Record<string, (at: number) => number | bigint> = {
    f8: (at) => view.getFloat64(at, isLittle),
    f4: (at) => view.getFloat32(at, isLittle),
    i8: (at) => integer(view.getBigInt64(at, isLittle)),
    i4: (at) => view.getInt32(at, isLittle),
    i2: (at) => view.getInt16(at, isLittle),
    i1: (at) => view.getInt8(at),
    u8: (at) => integer(view.getBigUint64(at, isLittle)),
    u4: (at) => view.getUint32(at, isLittle),
    u2: (at) => view.getUint16(at, isLittle),
    u1: (at) => view.getUint8(at),
    b1: (at) => view.getUint8(at) === 0 ? 0 : 1,
  };
  const name = type.replace(/^[<>|=]/, "");
  if (!Object.hasOwn(readers, name)) {
    throw new RangeError(
      `Cannot ${action}: its numbers are of type ${JSON.stringify(type)}, ` +
        `one of ${Object.keys(readers).join(", ")} is needed`,
    );
  }
  return { size: Number(name[1]), read: readers[name]! };
}

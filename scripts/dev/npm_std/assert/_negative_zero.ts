/**
 * A copy of a value in which 0 stands for -0: numbers, arrays, typed arrays,
 * maps, and objects with what they own. Anything else is itself.
 *
 * @param value The value to copy.
 * @returns The copy.
 */
export function withoutNegativeZero(value: unknown): unknown {
  if (typeof value === "number") return value + 0;
  if (value instanceof Float64Array) return value.map((x) => x + 0);
  if (value instanceof Float32Array) return value.map((x) => x + 0);
  if (value instanceof Map) {
    return new Map([...value].map(([key, v]) => [key, withoutNegativeZero(v)]));
  }
  if (Array.isArray(value)) return copyInto(value.slice(), value);
  if (Object.prototype.toString.call(value) === "[object Object]") {
    // std makes no difference between {} and an object without a prototype
    const prototype = Object.getPrototypeOf(value) ?? Object.prototype;
    return copyInto(Object.create(prototype), value as object);
  }
  return value;
}

function copyInto(copy: object, value: object): object {
  const all = Object.getOwnPropertyDescriptors(value);
  for (const key of Reflect.ownKeys(all)) {
    const descriptor = Reflect.get(all, key) as PropertyDescriptor;
    if ("value" in descriptor) {
      descriptor.value = withoutNegativeZero(descriptor.value);
    }
    Object.defineProperty(copy, key, descriptor);
  }
  return copy;
}

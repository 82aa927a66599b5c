/**
 * What the harness needs of the language, taken before the submission is
 * loaded.
 *
 * A submission can replace every method of every built-in object, with one that
 * looks at what it is called with. So what runs after it was loaded calls no
 * method by its name, and uses no syntax that does so in secret: no
 * `for ... of`, no spread, no destructured list, no text made of an object, no
 * assignment to an element that is not there yet (a setter on a prototype would
 * get it).
 */

/** `f.call(self, ...args)`, without `call`. */
export const apply: (
  // deno-lint-ignore ban-types
  f: Function,
  self: unknown,
  args: readonly unknown[],
) => unknown = Reflect.apply;

/** `Array.isArray`. */
export const isList: (value: unknown) => value is unknown[] = Array.isArray;

/** `ArrayBuffer.isView`. */
export const isView: (value: unknown) => boolean = ArrayBuffer.isView;

/** `JSON.parse`. */
export const parseJson: (text: string) => unknown = JSON.parse;

/** `Uint8Array`. */
export const Bytes: typeof Uint8Array = Uint8Array;

const { charCodeAt } = String.prototype;
const { fromCharCode } = String;

/** The code of a text's character. */
export function codeAt(text: string, index: number): number {
  return apply(charCodeAt, text, [index]) as number;
}

/** The character with a code. */
export function character(code: number): string {
  return fromCharCode(code);
}

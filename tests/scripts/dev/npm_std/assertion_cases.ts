import * as std from "@std/assert";
import { type Case, fails, gives, passes } from "./case.ts";

const { assertThrows, assertRejects } = std;

const boom = (): never => {
  throw new RangeError("Cannot take the log: found -1");
};
const notAnError = (): never => {
  throw "text";
};
/** What a value is. */
export const kindCases: Case[] = [
  passes("assert: truthy", () => std.assert("a".includes("a"))),
  fails("assert: falsy", () => std.assert("a".includes("b"))),
  fails("assert: 0", () => std.assert(0)),
  fails(
    "assert: the message",
    () => std.assert(false, "not sorted"),
    "not sorted",
  ),
  fails("fail: always", () => std.fail()),
  fails(
    "fail: shows the message",
    () => std.fail("not reached"),
    "not reached",
  ),
  passes(
    "assertExists: a value, even a falsy one",
    () => [0, "", false].forEach((x) => std.assertExists(x)),
  ),
  fails("assertExists: undefined", () => std.assertExists(undefined)),
  fails("assertExists: null", () => std.assertExists(null, "no row"), "no row"),
  passes(
    "assertStringIncludes: a part",
    () => std.assertStringIncludes("勾配 gradient", "配 g"),
  ),
  fails(
    "assertStringIncludes: no part",
    () => std.assertStringIncludes("Hello", "world", "said"),
    "said",
  ),
  passes("assertMatch: a match", () => std.assertMatch("4.2.3", /^\d(\.\d)*$/)),
  fails(
    "assertMatch: no match",
    () => std.assertMatch("4.2.", /^\d(\.\d)*$/, "section"),
    "section",
  ),
  passes(
    "assertInstanceOf: its class",
    () => std.assertInstanceOf(new Date(), Date),
  ),
  passes(
    "assertInstanceOf: a class above",
    () => std.assertInstanceOf(new RangeError(), Error),
  ),
  fails(
    "assertInstanceOf: another class",
    () => std.assertInstanceOf(new Date(), RegExp, "kind"),
    "kind",
  ),
  fails("assertInstanceOf: null", () => std.assertInstanceOf(null, Date)),
  gives("AssertionError: an Error with a name, a message and a cause", () => {
    const error = new std.AssertionError("foo", { cause: "bar" });
    return [error instanceof Error, error.name, error.message, error.cause];
  }, [true, "AssertionError", "foo", "bar"]),
];

/** What a call throws. */
export const errorCases: Case[] = [
  gives("assertThrows: returns what was thrown", () => {
    const error = assertThrows(boom, RangeError);
    return [error.name, error.message];
  }, ["RangeError", "Cannot take the log: found -1"]),
  gives(
    "assertThrows: without a class, anything thrown",
    () => assertThrows(notAnError),
    "text",
  ),
  gives(
    "assertThrows: a class above",
    () => assertThrows(boom, Error).name,
    "RangeError",
  ),
  gives(
    "assertThrows: a part of the message",
    () => assertThrows(boom, RangeError, "log: found").name,
    "RangeError",
  ),
  fails("assertThrows: nothing thrown", () => assertThrows(() => 1)),
  fails(
    "assertThrows: nothing thrown, with the message",
    () => assertThrows(() => 1, "of empty"),
    "of empty",
  ),
  fails(
    "assertThrows: nothing thrown, with a class",
    () => assertThrows(() => 1, RangeError, "a", "of b"),
    "of b",
  ),
  fails("assertThrows: another class", () => assertThrows(boom, TypeError)),
  fails(
    "assertThrows: another class, with the message",
    () => assertThrows(boom, TypeError, "", "of c"),
    "of c",
  ),
  fails(
    "assertThrows: another message",
    () => assertThrows(boom, RangeError, "exp"),
  ),
  fails("assertThrows: no Error", () => assertThrows(notAnError, Error)),

  gives(
    "assertRejects: resolves to the error",
    async () =>
      (await assertRejects(
        () => Promise.reject(new TypeError("no")),
        TypeError,
        "no",
      )).message,
    "no",
  ),
  gives(
    "assertRejects: without a class, anything",
    () => assertRejects(() => Promise.reject("text")),
    "text",
  ),
  gives(
    "assertRejects: an async function that throws",
    async () =>
      (await assertRejects(async () => await boom(), RangeError)).name,
    "RangeError",
  ),
  fails(
    "assertRejects: fulfilled",
    () => assertRejects(() => Promise.resolve(1)),
  ),
  fails(
    "assertRejects: fulfilled, with the message",
    () => assertRejects(() => Promise.resolve(1), "of d"),
    "of d",
  ),
  fails(
    "assertRejects: another class",
    () => assertRejects(() => Promise.reject(new Error("a")), TypeError),
  ),
  fails(
    "assertRejects: another message",
    () => assertRejects(() => Promise.reject(new Error("a")), Error, "b"),
  ),
  fails(
    "assertRejects: no promise but an error thrown",
    () => assertRejects(boom, RangeError),
  ),
];

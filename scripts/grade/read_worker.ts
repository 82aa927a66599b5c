/** Reads programs for `reader.ts`, which ends it if one takes too long. */
/// <reference lib="webworker" />
import { readProgram } from "../exercise/program/read.ts";

self.onmessage = ({ data }: MessageEvent<string>) => {
  self.postMessage(readProgram(data));
};
// The time of a program does not begin before this.
self.postMessage("ready");

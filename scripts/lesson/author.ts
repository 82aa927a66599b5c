/**
 * What the author of a lesson imports, as `kobai/lesson`.
 *
 * @module
 */
export { type CellData, defineCell, defineText } from "./cell.ts";
export { type Lesson, lessonOf } from "./lesson.ts";

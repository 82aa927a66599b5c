/** What the library calls. */
export { exp, roots, steps } from "./exp";
export {
  addRow, biasSlope, relu, reluSlope, squaredError, squaredErrorSlope,
} from "./layer";
export { ln2, log, logs } from "./log";
export { matmul, matmulRoom } from "./matmul";
export { free } from "./memory";
export { sigmoid, sigmoidSlope, tanh, tanhSlope } from "./sigmoid";
export { crossEntropy, crossEntropySlope, powers, softmax } from "./softmax";

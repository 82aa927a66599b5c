/**
 * What the live figure computes, with the very library that the lesson uses.
 */
import {
  gradient,
  type Matrix,
  multiply,
  numericalGradient,
  SimpleNet,
  softmax,
  subtract,
} from "kobai";

/** A net and the one sample that it is shown. */
export interface NetState {
  /** The inputs, 1×2. */
  readonly x: Matrix;
  /** The right class, one-hot, 1×3. */
  readonly t: Matrix;
  /** The weights, 2×3. */
  readonly W: Matrix;
}

/** Everything that follows from a state. */
export interface NetView {
  readonly scores: Matrix;
  readonly probabilities: Matrix;
  readonly loss: number;
  /** The gradient by its definition. */
  readonly definition: Matrix;
  /** The gradient by backpropagation. */
  readonly backpropagation: Matrix;
  /** How far the two are apart at most. */
  readonly difference: number;
}

/** The loss as a function of the weights. */
function lossOf({ x, t }: NetState): (W: Matrix) => Matrix {
  return (W) => new SimpleNet(W).loss(x, t);
}

/** Computes everything. */
export function viewOf(state: NetState): NetView {
  const { x, W } = state;
  const loss = lossOf(state);
  const scores = new SimpleNet(W).predict(x);
  const definition = numericalGradient(loss, W);
  const backpropagation = gradient(loss, W);
  const differences = subtract(definition, backpropagation).toFloat64Array();
  return {
    scores,
    probabilities: softmax(scores),
    loss: loss(W).item(),
    definition,
    backpropagation,
    difference: Math.max(...differences.map(Math.abs)),
  };
}

/** The weights after one step of gradient descent. */
export function stepped(state: NetState, learningRate: number): Matrix {
  const dW = gradient(lossOf(state), state.W);
  return subtract(state.W, multiply(learningRate, dW));
}

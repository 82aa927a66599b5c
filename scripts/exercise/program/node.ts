/** The parts of a parsed program. */

/** A part of a program, as the parser gives it. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

/** Whether something in a node is a node. */
export function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null &&
    typeof (value as Node).type === "string";
}

/** The nodes right inside a node, in no particular order. */
export function childrenOf(node: Node): Node[] {
  const children: Node[] = [];
  for (const value of Object.values(node)) {
    if (isNode(value)) children.push(value);
    else if (Array.isArray(value)) {
      for (const one of value) if (isNode(one)) children.push(one);
    }
  }
  return children;
}

/** Trees are gone through several times. */
const gathered = new WeakMap<Node, readonly Node[]>();

/** A node, and all nodes inside of it. */
export function allNodes(root: Node): readonly Node[] {
  const known = gathered.get(root);
  if (known !== undefined) return known;
  const nodes = [root];
  for (const node of nodes) nodes.push(...childrenOf(node));
  gathered.set(root, nodes);
  return nodes;
}

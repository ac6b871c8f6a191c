/** A helps B. */
export interface Arrow {
  from: string;
  to: string;
}

/** A shortest way around: its first nodes, and the number of its arrows. */
export interface Cycle {
  way: string[];
  length: number;
}

/** More of a ring nobody reads; all of a ring of 2,000 on each of its rows would be four million. */
export const shownNodes = 20;

/**
 * For every arrow that lies on a cycle the shortest one, `[a, b, …, a]`; undefined for the others. An arrow from a
 * node to itself is left to the caller. `alongside` takes part in cycles and gets no answer of its own.
 */
export function cyclesThrough(arrows: readonly Arrow[], alongside: readonly Arrow[]): (Cycle | undefined)[] {
  const numbers = new Map<string, number>();
  const names: string[] = [];
  const next: number[][] = [];
  const numberOf = (name: string): number => {
    const known = numbers.get(name);
    if (known !== undefined) return known;
    numbers.set(name, names.length);
    next.push([]);
    return names.push(name) - 1;
  };
  for (const { from, to } of [...arrows, ...alongside]) next[numberOf(from)]?.push(numberOf(to));
  const component = components(next);
  const search = shortestWays(next);
  return arrows.map(({ from, to }) => {
    const start = numberOf(from);
    const end = numberOf(to);
    if (start === end || component[start] !== component[end]) return undefined;
    const way = search(end, start);
    return { way: [from, ...way.slice(0, shownNodes).map((at) => names[at] ?? '')], length: way.length };
  });
}

/** Makes a breadth-first search for two nodes of one component, so that there is a way. It keeps its arrays. */
function shortestWays(next: readonly number[][]): (from: number, to: number) => number[] {
  const cameFrom = new Int32Array(next.length);
  const seenIn = new Int32Array(next.length);
  const queue = new Int32Array(next.length);
  let round = 0;
  return (from, to) => {
    round++;
    seenIn[from] = round;
    queue[0] = from;
    for (let head = 0, tail = 1; head < tail && seenIn[to] !== round; head++) {
      const at = queue[head] as number;
      for (const node of next[at] as number[])
        if (seenIn[node] !== round) {
          seenIn[node] = round;
          cameFrom[node] = at;
          queue[tail++] = node;
        }
    }
    const way = [to];
    for (let at = to; at !== from; way.push(at)) at = cameFrom[at] as number;
    return way.reverse();
  };
}

/** Strongly connected components by Tarjan, with a stack of its own: 2,000 rows may be one chain. */
function components(next: readonly number[][]): Int32Array {
  const size = next.length;
  const component = new Int32Array(size).fill(-1);
  const order = new Int32Array(size).fill(-1);
  const low = new Int32Array(size);
  const open: number[] = [];
  let counter = 0;
  for (let root = 0; root < size; root++) {
    if (order[root] !== -1) continue;
    const walk = [{ node: root, child: 0 }];
    while (walk.length > 0) {
      const step = walk[walk.length - 1];
      if (!step) break;
      const { node } = step;
      if (step.child === 0) {
        order[node] = low[node] = counter++;
        open.push(node);
      }
      const child = next[node]?.[step.child++];
      if (child !== undefined) {
        if (order[child] === -1) walk.push({ node: child, child: 0 });
        else if (component[child] === -1) low[node] = Math.min(low[node] ?? 0, order[child] ?? 0);
        continue;
      }
      if (low[node] === order[node])
        for (let member = open.pop(); member !== undefined; member = open.pop()) {
          component[member] = node;
          if (member === node) break;
        }
      walk.pop();
      const parent = walk[walk.length - 1];
      if (parent) low[parent.node] = Math.min(low[parent.node] ?? 0, low[node] ?? 0);
    }
  }
  return component;
}

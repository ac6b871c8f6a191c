import { fullPath, tokensOf, type Token } from './tokens.ts';

/** A field as a template prints it, goes through it, or asks for it. */
export interface Use {
  path: string;
  as: 'print' | 'each' | 'if';
  helper?: string;
  line: number;
  /** The conditions around it: `+payment` where there is one, `-payment` in the `else`. */
  guards: string[];
}

const inAttributes = /\{\{[^{}]*\}\}/gu;
const placed = (token: Token): Token[] =>
  token.type !== 'open'
    ? [token]
    : [token.attributes.match(inAttributes) ?? []].flatMap((found) =>
        found.flatMap((raw) => tokensOf(raw).map((one) => ({ ...one, line: token.line }))),
      );

/** Every field that a template names, in its order. Whether its blocks are well closed is asked in structure.ts. */
export function usesOf(source: string): Use[] {
  const uses: Use[] = [];
  const open: { block: 'if' | 'each'; scope: string; guard?: string }[] = [];
  const scope = () => open.at(-1)?.scope ?? '';
  const guards = () => open.flatMap(({ guard }) => (guard ? [guard] : []));
  for (const token of tokensOf(source).flatMap(placed)) {
    const { line } = token;
    if (token.type === 'field') {
      const { helper } = token;
      const path = fullPath(token.path, scope());
      uses.push({ path, as: 'print', ...(helper ? { helper } : {}), line, guards: guards() });
    } else if (token.type === 'begin') {
      const path = fullPath(token.path, scope());
      uses.push({ path, as: token.block, line, guards: guards() });
      const inner = token.block === 'each' ? { scope: `${path}[]` } : { scope: scope(), guard: `+${path}` };
      open.push({ block: token.block, ...inner });
    } else if (token.type === 'else') {
      const last = open.at(-1);
      if (last?.guard) last.guard = last.guard.replace('+', '-');
      // What is said where a list is empty has the fields around the list.
      else if (last) last.scope = open.at(-2)?.scope ?? '';
    } else if (token.type === 'end') open.pop();
  }
  return uses;
}

/** What is printed, each once. */
export const printed = (uses: readonly Use[]): string[] => [
  ...new Set(uses.filter(({ as, path }) => as === 'print' && !path.startsWith('@')).map(({ path }) => path)),
];

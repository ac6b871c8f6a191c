/** A template in pieces, each with its line. Only the constructs that papers use; everything else is `stray`. */
export type Token = { line: number; raw: string } & (
  | { type: 'text' }
  | { type: 'open'; name: string; attributes: string }
  | { type: 'close'; name: string }
  | { type: 'field'; path: string; helper?: string }
  | { type: 'begin'; block: 'if' | 'each'; path: string }
  | { type: 'else' }
  | { type: 'end'; block: 'if' | 'each' }
  | { type: 'stray' }
);
export type TokenOf<Type extends Token['type']> = Extract<Token, { type: Type }>;

const piece =
  /<(?<end>\/?)(?<tag>[a-zA-Z][a-zA-Z0-9]*)(?<attributes>(?:\{\{[^{}]*\}\}|[^<>{}])*)>|\{\{(?<mustache>[^{}]*)\}\}|[^<{]+|[\s\S]/gu;
const path = String.raw`(?<path>@?[a-zA-Z][a-zA-Z0-9.]*)`;
const field = new RegExp(`^(?:(?<helper>[a-z]+) )?${path}$`, 'u');
const begin = new RegExp(`^#(?<block>if|each) ${path}$`, 'u');

export function tokensOf(source: string): Token[] {
  let line = 1;
  return [...source.matchAll(piece)].map((match) => {
    const [raw] = match;
    const token = { ...pieceOf(raw, match.groups ?? {}), line, raw };
    line += raw.split('\n').length - 1;
    return token as Token;
  });
}

type Piece = { type: Token['type']; [key: string]: string | undefined };

function pieceOf(
  raw: string,
  { end, tag, attributes = '', mustache }: Record<string, string | undefined>,
): Piece {
  if (tag) return end ? { type: 'close', name: tag } : { type: 'open', name: tag, attributes };
  if (mustache === undefined) return { type: raw === '<' || raw === '{' ? 'stray' : 'text' };
  if (mustache === 'else') return { type: 'else' };
  if (mustache === '/if' || mustache === '/each') return { type: 'end', block: mustache.slice(1) };
  const opened = begin.exec(mustache)?.groups;
  if (opened) return { type: 'begin', block: opened['block'], path: opened['path'] };
  const named = field.exec(mustache)?.groups;
  if (!named) return { type: 'stray' };
  return { type: 'field', path: named['path'], ...(named['helper'] ? { helper: named['helper'] } : {}) };
}

/** `this.text` inside `{{#each demands}}` is `demands[].text`; what begins with @ belongs to the loop. */
export function fullPath(path: string, scope: string): string {
  if (path.startsWith('@') || scope === '') return path;
  if (path === 'this') return scope;
  return `${scope}.${path.replace(/^this\./u, '')}`;
}

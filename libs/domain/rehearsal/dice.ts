/** 32-bit FNV-1a (Fowler, Noll, Vo; public domain). */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/**
 * A number from 0 up to 1, the same for ever for the same seed and words: one step of mulberry32 (Tommy Ettinger, public
 * domain). Drawn by what it is for and not in turn, so that one more question moves no other answer.
 */
export function draw(seed: number, about: string): number {
  let mixed = (hashOf(about) ^ Math.imul(seed, 0x9e3779b1)) + 0x6d2b79f5;
  mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
}

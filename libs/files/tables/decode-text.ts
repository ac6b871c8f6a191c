import iconv from 'iconv-lite';

/**
 * The text of a file whose encoding nobody wrote down: byte order mark, UTF-16 by its zero bytes, UTF-8 where every
 * byte fits, else GB18030, which holds GBK and GB2312. Undefined: none of them, so it is no text.
 */
export function decodeText(bytes: Buffer): string | undefined {
  const encoding = encodingOf(bytes);
  // Control characters other than tab, line ends and form feed don't stand in a table or a note.
  const text = iconv.decode(bytes, encoding);
  return /[\u0000-\u0008\u000e-\u001f\ufffd]/u.test(text) ? undefined : text;
}

function encodingOf(bytes: Buffer): 'utf8' | 'utf16le' | 'utf16be' | 'gb18030' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf16be';
  const sample = bytes.subarray(0, 4096);
  const zeros = [0, 0];
  sample.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (even + odd > 0 && bytes.length % 2 === 0) return odd > even ? 'utf16le' : 'utf16be';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf8';
  } catch {
    return 'gb18030';
  }
}

const mostCharacters = 100;

/** A name that Windows, and whatever unpacks there, takes for a file: no signs of its own, nothing at the end, no device. */
export function safeName(name: string, extension = ''): string {
  const cleaned = name
    .normalize('NFC')
    .replace(/[<>:"/\\|?*\p{Cc}\p{Cf}]+/gu, '_')
    .replace(/\s+/gu, ' ')
    .trim();
  const short = [...cleaned].slice(0, mostCharacters).join('');
  const ended = short.replace(/[. ]+$/u, '');
  const device = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/iu.test(ended);
  return `${device ? '_' : ''}${ended === '' ? '未命名' : ended}${extension}`;
}

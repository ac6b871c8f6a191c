const longestName = 120;
/** Of most file systems; a Chinese character takes three. */
const longestNameBytes = 240;
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/iu;

/**
 * A name for showing and for downloads, never for a path of ours. Folders, control characters and marks that turn the
 * direction of writing (`cod.exe` shown as `exe.doc`) go; Chinese stays.
 */
export function cleanFileName(given: string): string {
  const last = given.split(/[/\\]/u).at(-1) ?? '';
  const clean = last
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\u2028\u2029]/gu, '')
    .replace(/[<>:"|?*]/gu, '_')
    .replace(/\s+/gu, ' ')
    .replace(/^[.\s]+|[.\s]+$/gu, '');
  const dot = clean.lastIndexOf('.');
  const extension = dot > 0 && clean.length - dot <= 10 ? clean.slice(dot) : '';
  const stem = clean.slice(0, clean.length - extension.length).replace(/[.\s]+$/u, '');
  const name = shortened(stem === '' ? '未命名' : stem, extension) + extension;
  return reserved.test(name) ? `_${name}` : name;
}

/** `pdf`, in lower case; empty without one. */
export function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(dot + 1).toLowerCase() : '';
}

function shortened(stem: string, extension: string): string {
  const signs = [...stem].slice(0, longestName - extension.length);
  while (Buffer.byteLength(signs.join('') + extension) > longestNameBytes) signs.pop();
  return signs.join('');
}

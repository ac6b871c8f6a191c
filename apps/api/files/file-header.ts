import { fileTypes } from '#files/file-type';
import type { FileType } from '#files/file-type';
import type { ByteRange } from '#files/store';

/** RFC 6266: a plain name for the oldest programs, the real one in UTF-8. */
export function contentDisposition(how: 'inline' | 'attachment', name: string): string {
  const plain = name.replace(/[^\x20-\x7e]/gu, '_').replace(/["\\%]/gu, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/gu,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${how}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

/** A browser's PDF viewer lives in the page of the file and styles it; an image needs nothing, and may do nothing. */
const policyOf = (type: FileType): string =>
  type === 'pdf'
    ? "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'"
    : "default-src 'none'; frame-ancestors 'self'; sandbox";

export function fileHeaders(type: FileType, name: string, download: boolean): Record<string, string> {
  const { mime, inline } = fileTypes[type];
  return {
    'content-type': mime.startsWith('text/') ? 'application/octet-stream' : mime,
    'content-disposition': contentDisposition(inline && !download ? 'inline' : 'attachment', name),
    'content-security-policy': policyOf(type),
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'accept-ranges': 'bytes',
  };
}

/** One range of RFC 9110; several, or none that is understood: the whole file. `unsatisfiable`: beyond its end. */
export function rangeOf(header: string | undefined, size: number): ByteRange | 'unsatisfiable' | undefined {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/u.exec(header ?? '') ?? [];
  if (from === '' && to === '') return undefined;
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (from !== '' && to !== '' && Number(to) < Number(from)) return undefined;
  return start >= size || start > end ? 'unsatisfiable' : { start, end };
}

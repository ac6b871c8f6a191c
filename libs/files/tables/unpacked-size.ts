import { inflateRawSync } from 'node:zlib';
import { TableError } from './table.ts';

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const damaged = (): TableError =>
  new TableError('这个 Excel 文件已损坏，无法打开。', '请在 Excel 或 WPS 中打开后另存为 .xlsx，再上传。');

/**
 * Unpacks every part and throws it away, because the sizes written in an archive may lie and a memory limit
 * doesn't cover buffers. Gives the names of the parts.
 */
export function checkUnpackedSize(bytes: Buffer, maxBytes: number): string[] {
  const end = bytes.lastIndexOf(Buffer.from('504b0506', 'hex'));
  if (end < 0 || end + 22 > bytes.length || bytes.readUInt32LE(end) !== endSignature) throw damaged();
  const names: string[] = [];
  let left = maxBytes;
  let at = bytes.readUInt32LE(end + 16);
  for (let count = bytes.readUInt16LE(end + 10); count > 0; count--) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== entrySignature) throw damaged();
    const [method, packed] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)];
    const [nameLength, extraLength] = [bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30)];
    const local = bytes.readUInt32LE(at + 42);
    names.push(bytes.toString('utf8', at + 46, at + 46 + nameLength));
    left -= unpackedSize(bytes, local, method, packed, left);
    at += 46 + nameLength + extraLength + bytes.readUInt16LE(at + 32);
  }
  return names;
}

function unpackedSize(bytes: Buffer, local: number, method: number, packed: number, left: number): number {
  if (local + 30 > bytes.length) throw damaged();
  const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  const part = bytes.subarray(start, start + packed);
  if (method === 0) return part.length;
  try {
    return inflateRawSync(part, { maxOutputLength: Math.max(1, left) }).length;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_BUFFER_TOO_LARGE') throw damaged();
    throw new TableError(
      '这个 Excel 文件解开后过大，没有读取。',
      '请只保留名单，删去图片和多余的工作表，另存为新的 .xlsx 后再上传。',
    );
  }
}

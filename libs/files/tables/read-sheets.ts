import { readCsv } from './read-csv.ts';
import { readWorkbook } from './read-workbook.ts';
import { TableError, tableLimits } from './table.ts';
import type { Sheet } from './table.ts';

const saveAs = '请在 Excel 或 WPS 中打开，另存为 .xlsx 后再上传。';
const beginsWith = (bytes: Buffer, hex: string): boolean =>
  bytes.subarray(0, hex.length / 2).toString('hex') === hex;

/**
 * The sheets of an Excel or CSV file, by what is in it rather than by its name. `isHead` says which cells head the
 * table that is looked for. Throws TableError.
 */
export async function readSheets(
  given: Uint8Array,
  fileName: string,
  isHead: (cells: string[]) => boolean,
): Promise<Sheet[]> {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength);
  if (bytes.length === 0) throw new TableError('这个文件是空的。', '请检查后重新上传。');
  if (bytes.length > tableLimits.fileBytes)
    throw new TableError(
      `名单文件超过 ${tableLimits.fileBytes / 1024 / 1024} MB，没有读取。`,
      '请只保留名单，删去图片和多余的工作表后再上传。',
    );
  if (beginsWith(bytes, '504b0304')) return readWorkbook(bytes);
  if (beginsWith(bytes, 'd0cf11e0a1b11ae1')) throw oldBinary(bytes, fileName);
  if (beginsWith(bytes, '25504446'))
    throw new TableError('这是 PDF 文件，不是表格。', '请上传 .xlsx 或 .csv，或者直接粘贴名单。');
  if (
    /^\s*<(\?xml|!doctype|html|table|meta|head)/iu.test(
      bytes.toString('latin1', 0, 300).replace(/^\u00ef\u00bb\u00bf/u, ''),
    )
  )
    throw new TableError('这是网页格式的表格，扩展名虽为 Excel，内容却不是。', saveAs);
  return [readCsv(bytes, isHead)];
}

/** Workbooks of Excel 97–2003 and WPS, and .xlsx with a password, are all the same container. */
function oldBinary(bytes: Buffer, fileName: string): TableError {
  if (bytes.includes(Buffer.from('EncryptedPackage', 'utf16le')))
    return new TableError('这个 Excel 文件设有打开密码。', '请去掉密码，另存后再上传。');
  const extension = /\.(xls|et)$/iu.exec(fileName)?.[1]?.toLowerCase() ?? 'xls';
  return new TableError(`这是旧版的 .${extension} 文件，暂不能读取。`, saveAs);
}

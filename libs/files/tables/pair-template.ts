import ExcelJS from 'exceljs';
import { sideLabels } from '#domain/kinds/campaign/pairs/pair';
import { defused } from './write-table.ts';

const rowsWithList = 2000;
const register = '医院名册';

/** An empty list of pairs as .xlsx: two columns that offer the registered names, and a sheet that explains them. */
export async function writePairTemplate(hospitalNames: readonly string[]): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const list = workbook.addWorksheet('结对名单', { views: [{ state: 'frozen', ySplit: 1 }] });
  list.columns = [
    { header: sideLabels.pilot, width: 40 },
    { header: sideLabels.assisted, width: 40 },
    { header: '备注', width: 24 },
  ];
  list.getRow(1).font = { bold: true };
  if (hospitalNames.length > 0) offerNames(list, hospitalNames.length);
  explain(workbook.addWorksheet('填写说明'), hospitalNames);
  const names = workbook.addWorksheet(register, { state: 'hidden' });
  names.addRows(hospitalNames.map((name) => [defused(name)]));
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function offerNames(list: ExcelJS.Worksheet, count: number): void {
  const validation: ExcelJS.DataValidation = {
    type: 'list',
    allowBlank: true,
    formulae: [`'${register}'!$A$1:$A$${count}`],
    showErrorMessage: true,
    // Short and former names may be written too: a warning, not a prohibition.
    errorStyle: 'warning',
    errorTitle: '不在名册中',
    error: '这个名称不在医院名册中。简称和曾用名可以保留，导入时会核对。',
  };
  for (let row = 2; row <= rowsWithList + 1; row++)
    for (const column of ['A', 'B']) list.getCell(`${column}${row}`).dataValidation = validation;
}

function explain(sheet: ExcelJS.Worksheet, hospitalNames: readonly string[]): void {
  const [pilot = '北京友谊医院', first = '宣武医院', second = '北京儿童医院'] = hospitalNames;
  sheet.columns = [{ width: 40 }, { width: 40 }];
  sheet.addRows([
    ['每行填写一对医院；一家试点医院帮带几家时，试点医院可以只写一次，或者合并单元格。'],
    ['名称可用名册中的全称、简称或曾用名。导入后先核对，确认之前不会发出任何通知。'],
    [],
    [`例：${sideLabels.pilot}`, `例：${sideLabels.assisted}`],
    [defused(pilot), defused(first)],
    ['', defused(second)],
  ]);
}

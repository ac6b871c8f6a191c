import ExcelJS from 'exceljs';
import { orgColumnCodes, orgColumns } from '#domain/org-table';
import { orgKinds } from '#domain/role';

const rowsWithList = 1000;
const widths = [36, 24, 12, 12, 14, 12, 30, 14, 18, 14, 18];

const notes: [column: string, says: string][] = [
  ['名称', '全称，必填。已登记的机构按全称、简称或曾用名认出，不会重复登记。'],
  ['简称', '几个简称用顿号分隔，如：宣武医院、宣武。只增加，不删除。'],
  ['类别', '医院、处室或责任部门。新机构必填。'],
  ['级别、类型、区', '如：三级甲等、综合医院、西城区。已登记的机构，空着的不改。'],
  ['上级机构', '已登记的机构，或者本表中的另一家。医院和处室空着的，归主管部门。'],
  ['联络员、负责人', '可不填。姓名和登录名要同时填；登录名为 2 到 64 个小写字母、数字、点、横线。'],
  ['', '导入只新建人员和账号，初始密码显示一次；职务由安全管理员授予。'],
];

/** An empty table of organisations as .xlsx, and a sheet that explains its columns. */
export async function writeOrgTemplate(): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('机构', { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = orgColumnCodes.map((code, at) => ({ header: orgColumns[code], width: widths[at] ?? 14 }));
  sheet.getRow(1).font = { bold: true };
  const kinds = [orgKinds.hospital, orgKinds.section, orgKinds.department].join(',');
  for (let row = 2; row <= rowsWithList + 1; row++)
    sheet.getCell(row, orgColumnCodes.indexOf('kind') + 1).dataValidation = {
      type: 'list',
      allowBlank: true,
      formulae: [`"${kinds}"`],
    };
  const explained = workbook.addWorksheet('填写说明');
  explained.columns = [{ width: 18 }, { width: 80 }];
  explained.addRows(notes);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

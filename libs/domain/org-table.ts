/** The columns of a table of organisations and their people, in the order of the template. */
export const orgColumns = {
  name: '名称',
  aliases: '简称',
  kind: '类别',
  level: '级别',
  type: '类型',
  district: '区',
  parent: '上级机构',
  liaisonName: '联络员姓名',
  liaisonLogin: '联络员登录名',
  principalName: '负责人姓名',
  principalLogin: '负责人登录名',
} as const;
export type OrgColumn = keyof typeof orgColumns;
export const orgColumnCodes = Object.keys(orgColumns) as OrgColumn[];

/** One row as it was written; what stands in no column is absent. */
export interface OrgTableRow {
  /** As Excel shows it. */
  row: number;
  cells: Partial<Record<OrgColumn, string>>;
}

export interface OrgTable {
  /** The letter of each column: G. */
  letters: Partial<Record<OrgColumn, string>>;
  rows: OrgTableRow[];
}

const other: Record<string, OrgColumn> = {
  机构名称: 'name',
  医院名称: 'name',
  单位名称: 'name',
  全称: 'name',
  别名: 'aliases',
  机构类别: 'kind',
  等级: 'level',
  医院等级: 'level',
  医院类型: 'type',
  机构类型: 'type',
  所在区: 'district',
  辖区: 'district',
  区县: 'district',
  上级: 'parent',
  上级单位: 'parent',
  隶属: 'parent',
  联络员: 'liaisonName',
  联络员账号: 'liaisonLogin',
  负责人: 'principalName',
  主要负责人: 'principalName',
  主要负责人姓名: 'principalName',
  负责人账号: 'principalLogin',
  主要负责人登录名: 'principalLogin',
};

/** Which column each cell heads, if these cells are the head of such a table: a name and something beside it. */
export function orgHead(cells: readonly string[]): (OrgColumn | undefined)[] | undefined {
  const heads = cells.map((cell) => {
    const plain = cell.normalize('NFKC').replace(/\([^()]*\)|[\s*:]/gu, '');
    return orgColumnCodes.find((code) => orgColumns[code] === plain) ?? other[plain];
  });
  const known = heads.filter((head) => head !== undefined);
  return known.includes('name') && (known.length > 1 || cells.length === 1) ? heads : undefined;
}

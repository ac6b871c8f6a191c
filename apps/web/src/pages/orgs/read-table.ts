/** One organisation as a line of a pasted table gives it. */
export interface OrgRow {
  line: number;
  name: string;
  aliases: string[];
  level?: string;
  type?: string;
  district?: string;
  fault?: string;
}

const heads: Record<string, string> = {
  机构名称: 'name',
  医院名称: 'name',
  名称: 'name',
  全称: 'name',
  简称: 'aliases',
  别名: 'aliases',
  等级: 'level',
  级别: 'level',
  类别: 'type',
  类型: 'type',
  区: 'district',
  所在区: 'district',
  辖区: 'district',
};
const usual = ['name', 'aliases', 'level', 'type', 'district'];
const most = 500;

const cells = (line: string) => line.split(/\t|,|，/u).map((cell) => cell.trim());

/** A table as copied from Excel: with a head in any order, or without one as name, aliases, level, type, district. */
export function readTable(text: string): OrgRow[] {
  const lines = text.split(/\r?\n/u).map((line, at) => ({ line: at + 1, cells: cells(line) }));
  const filled = lines.filter((line) => line.cells.some((cell) => cell !== ''));
  const first = filled[0]?.cells.map((cell) => heads[cell]);
  const columns = first?.includes('name') ? first : usual;
  const rows = (columns === usual ? filled : filled.slice(1)).slice(0, most);
  const seen = new Set<string>();
  return rows.map(({ line, cells: given }) => {
    const value = (column: string) => given[columns.indexOf(column)] || undefined;
    const name = value('name') ?? '';
    const aliases = (value('aliases') ?? '').split(/[、;；\s]+/u).filter((alias) => alias !== '');
    const fault = faultOf(name, seen);
    seen.add(name);
    const more = { level: value('level'), type: value('type'), district: value('district') };
    return { line, name, aliases, ...more, ...(fault ? { fault } : {}) };
  });
}

function faultOf(name: string, seen: ReadonlySet<string>): string | undefined {
  if (name === '') return '没有名称，请补上或删去这一行。';
  if (name.length > 100) return '名称超过100个字，请检查是否粘错了列。';
  return seen.has(name) ? '与上面的一行重名，请删去一行。' : undefined;
}

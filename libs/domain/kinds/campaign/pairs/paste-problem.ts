export type PasteProblemCode = keyof typeof sentences;

export interface PasteProblem {
  line: number;
  code: PasteProblemCode;
  message: string;
  remedy: string;
}

const sentences = {
  'no-pilot': ['没有写明试点医院，上面也没有可以沿用的。', '请在这一行的最前面写上试点医院。'],
  'no-assisted': ['只写了试点医院，没有帮带医院。', '请补上帮带医院；若这一行不需要，请删去。'],
  'no-name': ['没有医院名称。', '请补上医院名称；若这一行不需要，请删去。'],
  'one-name': [
    '只有一个名称，看不出谁帮带谁。',
    '请写成“试点医院、制表符、帮带医院”，或者“试点医院：帮带医院、帮带医院”。',
  ],
  'too-many-columns': [
    '超过两个名称，看不出哪一列是帮带医院。',
    '请只保留试点医院和帮带医院两列，或者连同表头一起粘贴。',
  ],
  nothing: ['没有读到任何一对医院。', '请粘贴名单的表格，每行一对：试点医院、制表符、帮带医院。'],
  'line-too-long': ['这一行超过 2000 字。', '请把名单分成每行一对，或者改用 Excel、CSV 导入。'],
  'too-long': ['粘贴的文字超过 50 万字。', '请只粘贴名单，或者改用 Excel、CSV 导入。'],
  'too-many': ['超过 5000 对医院。', '请分几次活动发起。'],
} as const;

const longestQuoted = 40;

export function pasteProblem(line: number, code: PasteProblemCode, text = ''): PasteProblem {
  const [what, remedy] = sentences[code];
  const quoted = text.slice(0, 200).replace(/\s+/gu, ' ');
  const shown = quoted.length > longestQuoted ? `${quoted.slice(0, longestQuoted)}…` : quoted;
  return { line, code, message: `第 ${line} 行${shown === '' ? '' : `“${shown}”`}${what}`, remedy };
}

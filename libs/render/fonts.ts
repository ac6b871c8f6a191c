/** Families per role, the first installed one serves: licensed office fonts, then the open set of scripts/fonts.mjs, then any. */
const others = ['WenQuanYi Zen Hei', 'WenQuanYi Micro Hei', 'AR PL UMing CN', 'Droid Sans Fallback'];
const anySerif = ['Noto Serif CJK SC', 'Source Han Serif SC', 'Noto Sans CJK SC', ...others];
const anySans = ['Noto Sans CJK SC', 'Source Han Sans SC', 'Noto Serif CJK SC', ...others];
/** Behind 仿宋 and 楷体 for the rare characters of names. */
const rare = ['LXGW WenKai Light', 'LXGW WenKai'];

export const fontRoles = {
  仿宋: ['FangSong_GB2312', 'FangSong', 'STFangsong', 'FandolFang R', 'FandolFang', ...rare, ...anySerif],
  楷体: ['KaiTi_GB2312', 'KaiTi', 'STKaiti', 'FandolKai', ...rare, ...anySerif],
  黑体: ['SimHei', 'STHeiti', 'Noto Sans S Chinese', ...anySans],
  小标宋: ['FZXiaoBiaoSong-B05S', 'FZXiaoBiaoSong-B05', '方正小标宋简体', ...anySerif],
  西文: ['SimSun', 'STSong', 'FandolSong', ...anySerif],
} as const;

/** Not open ones like them, nor what only fills gaps: what GB/T 9704-2012 and offices mean by the name. */
export const officeFonts: Record<FontRole, readonly string[]> = {
  仿宋: fontRoles.仿宋.slice(0, 3),
  楷体: fontRoles.楷体.slice(0, 3),
  黑体: fontRoles.黑体.slice(0, 2),
  小标宋: fontRoles.小标宋.slice(0, 3),
  西文: fontRoles.西文.slice(0, 2),
};

export type FontRole = keyof typeof fontRoles;
/** The installed families per role; the first serves, the others fill its gaps. */
export type FontChains = Record<FontRole, string[]>;

/** What may be kept, by what is in the file. `inline`: a browser may show it in the page. */
export const fileTypes = {
  pdf: { label: 'PDF', mime: 'application/pdf', extensions: ['pdf'], inline: true },
  png: { label: 'PNG 图片', mime: 'image/png', extensions: ['png'], inline: true },
  jpeg: { label: 'JPEG 图片', mime: 'image/jpeg', extensions: ['jpg', 'jpeg'], inline: true },
  webp: { label: 'WebP 图片', mime: 'image/webp', extensions: ['webp'], inline: true },
  heic: { label: 'HEIC 图片', mime: 'image/heic', extensions: ['heic', 'heif'], inline: false },
  docx: {
    label: 'Word 文档',
    mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extensions: ['docx'],
    inline: false,
  },
  xlsx: {
    label: 'Excel 工作簿',
    mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extensions: ['xlsx'],
    inline: false,
  },
  pptx: {
    label: 'PowerPoint 演示文稿',
    mime: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    extensions: ['pptx'],
    inline: false,
  },
  'old-office': {
    label: '旧版 Office 或 WPS 文件',
    mime: 'application/x-cfb',
    extensions: ['doc', 'xls', 'ppt', 'wps', 'et', 'dps'],
    inline: false,
  },
  csv: { label: 'CSV 表格', mime: 'text/csv', extensions: ['csv'], inline: false },
  json: { label: 'JSON 数据', mime: 'application/json', extensions: ['json'], inline: false },
  text: { label: '文本', mime: 'text/plain', extensions: ['txt'], inline: false },
  zip: { label: 'ZIP 压缩包', mime: 'application/zip', extensions: ['zip'], inline: false },
  mp4: { label: 'MP4 视频', mime: 'video/mp4', extensions: ['mp4'], inline: false },
  mp3: { label: 'MP3 音频', mime: 'audio/mpeg', extensions: ['mp3'], inline: false },
} as const satisfies Record<
  string,
  { label: string; mime: string; extensions: readonly string[]; inline: boolean }
>;

export type FileType = keyof typeof fileTypes;

const codes = Object.keys(fileTypes) as FileType[];

export const allowedExtensions: readonly string[] = codes.flatMap((code) => [...fileTypes[code].extensions]);

export function typeOfMime(mime: string): FileType | undefined {
  const plain = mime === 'image/heif' ? 'image/heic' : mime;
  return codes.find((code) => fileTypes[code].mime === plain);
}

export function hasExtension(type: FileType, extension: string): boolean {
  return fileTypes[type].extensions.some((one) => one === extension);
}

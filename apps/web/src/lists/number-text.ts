/** `结对帮带 结对〔2026〕3号`; the kind is left out where the number begins with it. */
export const numberText = (kindLabel: string, number: string): string =>
  number.startsWith(kindLabel) ? number : `${kindLabel} ${number}`;

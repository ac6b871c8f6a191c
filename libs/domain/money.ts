/** Amounts are whole fen, up to 999,999,999,999.99 yuan. */
const most = 99_999_999_999_999;

function checked(fen: number): number {
  if (!Number.isInteger(fen) || fen < 0 || fen > most) throw new RangeError(`not an amount in fen: ${fen}`);
  return fen;
}

/** 123456 → 1234.56; whole yuan without decimals, as papers write them. */
export function yuanText(fen: number): string {
  const [yuan, rest] = [Math.floor(checked(fen) / 100), fen % 100];
  return rest === 0 ? `${yuan}元` : `${yuan}.${String(rest).padStart(2, '0')}元`;
}

const digits = [...'零壹贰叁肆伍陆柒捌玖'];
const places = ['', '拾', '佰', '仟'];
const sections = ['', '万', '亿'];

/** Up to 9999, without a leading 零. */
function fourDigits(number: number): string {
  let text = '';
  for (let place = 3; place >= 0; place -= 1) {
    const digit = Math.floor(number / 10 ** place) % 10;
    if (digit > 0) text += `${digits[digit]}${places[place]}`;
    else if (text && !text.endsWith('零') && number % 10 ** place > 0) text += '零';
  }
  return text;
}

function whole(yuan: number): string {
  let text = '';
  for (let section = sections.length - 1; section >= 0; section -= 1) {
    const part = Math.floor(yuan / 10_000 ** section) % 10_000;
    if (part === 0) continue;
    // A place that is skipped is said once: 壹万零伍.
    if (text && part < 1_000) text += '零';
    else if (text && Math.floor(yuan / 10_000 ** (section + 1)) % 10 === 0) text += '零';
    text += fourDigits(part) + sections[section];
  }
  return text;
}

/** 大写 as on bills (支付结算办法附件一): 人民币壹仟贰佰叁拾肆元伍角陆分, 人民币伍元整. */
export function capitalAmount(fen: number): string {
  if (checked(fen) === 0) return '人民币零元整';
  const [yuan, jiao, rest] = [Math.floor(fen / 100), Math.floor(fen / 10) % 10, fen % 10];
  let text = yuan > 0 ? `${whole(yuan)}元` : '';
  if (jiao > 0) text += `${digits[jiao]}角`;
  else if (yuan > 0 && rest > 0) text += '零';
  text += rest > 0 ? `${digits[rest]}分` : '整';
  return `人民币${text}`;
}

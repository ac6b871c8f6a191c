import { DatePicker } from 'antd';
import dayjs from 'dayjs';

interface Props {
  id?: string;
  value?: string;
  onChange?: (value: string | undefined) => void;
  label?: string;
  /** Where the line below it is longer than a day. */
  width?: string;
}

/** A day as `2026-11-27`; can be typed in the ways that offices write it. */
export function DayInput({ id, value, onChange, label, width = '100%' }: Props) {
  const shown = value ? dayjs(value) : undefined;
  return (
    <DatePicker
      {...(id ? { id } : {})}
      {...(label ? { 'aria-label': label } : {})}
      value={shown?.isValid() ? shown : null}
      onChange={(day) => onChange?.(day ? day.format('YYYY-MM-DD') : undefined)}
      format={['YYYY-MM-DD', 'YYYY/M/D', 'YYYY.M.D', 'YYYY年M月D日', 'YYYYMMDD']}
      placeholder="如 2026-11-27"
      style={{ width, minWidth: '9.5em', maxWidth: '100%' }}
    />
  );
}

import { DatePicker } from 'antd';
import dayjs from 'dayjs';

interface Props {
  id?: string;
  value?: string;
  onChange?: (value: string | undefined) => void;
  label?: string;
}

/** A day as `2026-11-27`; can be typed in the ways that offices write it. */
export function DayInput({ id, value, onChange, label }: Props) {
  const shown = value ? dayjs(value) : undefined;
  return (
    <DatePicker
      {...(id ? { id } : {})}
      {...(label ? { 'aria-label': label } : {})}
      value={shown?.isValid() ? shown : null}
      onChange={(day) => onChange?.(day ? day.format('YYYY-MM-DD') : undefined)}
      format={['YYYY-MM-DD', 'YYYY/M/D', 'YYYY.M.D', 'YYYY年M月D日', 'YYYYMMDD']}
      placeholder="如 2026-11-27"
      style={{ width: '100%', minWidth: '9.5em' }}
    />
  );
}

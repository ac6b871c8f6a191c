import { Input } from 'antd';

interface Props {
  id?: string;
  value?: unknown;
  onChange?: (value: string[]) => void;
  rows: number;
  placeholder?: string | undefined;
}

/** Several short texts, one on each line. Blank lines stay while one types and are not sent. */
export function LinesInput({ value, onChange, rows, ...given }: Props) {
  const lines = Array.isArray(value) ? value.join('\n') : '';
  return (
    <Input.TextArea
      {...given}
      value={lines}
      autoSize={{ minRows: Math.min(rows, 2), maxRows: 10 }}
      onChange={(event) => onChange?.(event.target.value === '' ? [] : event.target.value.split('\n'))}
    />
  );
}

import { Input } from 'antd';
import { useEffect, useState } from 'react';
import classes from './words-filter.module.css';

interface Props {
  /** 名称或编号. */
  by: string;
  value: string;
  onChange: (words: string | undefined) => void;
}

/** Searches when typing pauses. */
export function WordsFilter({ by, value, onChange }: Props) {
  const [typed, type] = useState(value);
  useEffect(() => {
    if (typed.trim() === value) return undefined;
    const waiting = setTimeout(() => onChange(typed.trim() || undefined), 350);
    return () => clearTimeout(waiting);
  });
  return (
    <Input
      type="search"
      aria-label={`按${by}查找`}
      placeholder={by}
      value={typed}
      allowClear
      maxLength={100}
      onChange={(event) => type(event.target.value)}
      onPressEnter={() => onChange(typed.trim() || undefined)}
      className={classes['words'] ?? ''}
    />
  );
}

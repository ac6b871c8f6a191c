import { Input } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import classes from './top-bar.module.css';

/** Leads to the register, where the same words stand in the address. */
export function Search() {
  const navigate = useNavigate();
  const [words, setWords] = useState('');
  const search = (): void => {
    const q = words.trim();
    if (q) void navigate(`/cases?${new URLSearchParams({ q, status: 'all' }).toString()}`);
  };
  return (
    <form
      role="search"
      className={classes['search']}
      onSubmit={(event) => {
        event.preventDefault();
        search();
      }}
    >
      <Input
        type="search"
        aria-label="按名称或编号搜索案件"
        placeholder="名称或编号"
        value={words}
        maxLength={100}
        allowClear
        onChange={(event) => setWords(event.target.value)}
      />
    </form>
  );
}

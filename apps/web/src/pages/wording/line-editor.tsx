import ArrowDownOutlined from '@ant-design/icons/ArrowDownOutlined';
import ArrowUpOutlined from '@ant-design/icons/ArrowUpOutlined';
import DeleteOutlined from '@ant-design/icons/DeleteOutlined';
import PlusOutlined from '@ant-design/icons/PlusOutlined';
import { Button, Input, Select, Tooltip } from 'antd';
import type { SyntheticEvent } from 'react';
import type { WordingLine } from '../../api/bureau-types.ts';
import { lineKindLabels } from '../../api/labels.ts';
import classes from './wording.module.css';

interface Props {
  line: WordingLine;
  number: number;
  faults: readonly string[];
  last: boolean;
  onChange: (line: WordingLine) => void;
  onCaret: (at: number) => void;
  onAdd: () => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}

const kinds = Object.entries(lineKindLabels).map(([value, label]) => ({
  value: value as WordingLine['kind'],
  label,
}));

/** One line: what sort of line it is, its words, and where it stands. */
export function LineEditor(props: Props) {
  const { line, number, faults, last, onChange, onCaret, onAdd, onMove, onRemove } = props;
  const caret = ({ currentTarget }: SyntheticEvent<HTMLTextAreaElement>) =>
    onCaret(currentTarget.selectionEnd);
  const acts = [
    ...(number > 1 ? [{ label: '上移', icon: <ArrowUpOutlined />, act: () => onMove(-1) }] : []),
    ...(last ? [] : [{ label: '下移', icon: <ArrowDownOutlined />, act: () => onMove(1) }]),
    { label: '在下面加一段', icon: <PlusOutlined />, act: onAdd },
    { label: '删去', icon: <DeleteOutlined />, act: onRemove },
  ];
  return (
    <li className={`${classes['line']} ${classes[line.kind] ?? ''}`}>
      <span className={classes['number']}>{number}</span>
      <Select
        size="small"
        variant="borderless"
        className={classes['kind'] ?? ''}
        aria-label={`第${number}行的种类`}
        value={line.kind}
        options={kinds}
        popupMatchSelectWidth={false}
        onChange={(kind) => onChange({ ...line, kind })}
      />
      <div className={classes['words']}>
        <Input.TextArea
          autoSize
          aria-label={`第${number}行`}
          {...(faults.length > 0 ? { status: 'error' as const, 'aria-describedby': `fault-${number}` } : {})}
          value={line.text}
          onChange={(event) => onChange({ ...line, text: event.target.value.replaceAll('\n', '') })}
          onSelect={caret}
          onKeyUp={caret}
        />
        {faults.length > 0 ? (
          <ul id={`fault-${number}`} className={classes['faults']} role="alert">
            {faults.map((says) => (
              <li key={says}>■ {says}</li>
            ))}
          </ul>
        ) : null}
      </div>
      <div className={classes['acts']}>
        {acts.map(({ label, icon, act }) => (
          <Tooltip key={label} title={label}>
            <Button size="small" type="text" aria-label={`第${number}行${label}`} icon={icon} onClick={act} />
          </Tooltip>
        ))}
      </div>
    </li>
  );
}

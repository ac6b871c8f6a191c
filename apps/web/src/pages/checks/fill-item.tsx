import { Button, Input } from 'antd';
import { useId } from 'react';
import type { ChecklistItem } from '../../api/bureau-types.ts';
import { useToday } from '../../api/session.ts';
import { instantText } from '../../days/day-text.ts';
import { resultMarks } from '../../kinds/on-site-check/results.ts';
import classes from './fill.module.css';
import { Photos } from './photos.tsx';
import type { Filling } from './use-filling.ts';

interface Props {
  item: ChecklistItem;
  filling: Filling;
  disabled: boolean;
}

/** One item: three large answers; a note and photographs once one is chosen. */
export function FillItem({ item, filling, disabled }: Props) {
  const id = useId();
  const today = useToday();
  const answer = filling.shown(item);
  const fault = filling.faults[item.item];
  const lacksNote = answer.result === 'fail' && answer.note.trim() === '';
  return (
    <fieldset className={classes['item']} disabled={disabled}>
      <legend>{item.label}</legend>
      <div className={classes['results']} role="radiogroup" aria-label={item.label}>
        {(['pass', 'fail', 'na'] as const).map((result) => (
          <label key={result} data-result={result}>
            <input
              type="radio"
              name={`${id}-result`}
              checked={answer.result === result}
              onChange={() => filling.change(item, { result })}
            />
            <span aria-hidden="true">{resultMarks[result].mark}</span> {resultMarks[result].word}
          </label>
        ))}
      </div>
      {answer.result ? (
        <>
          <Input.TextArea
            aria-label={`${item.label}的情况`}
            placeholder={answer.result === 'fail' ? '写明哪里不合格（必填）' : '情况说明（可不填）'}
            autoSize={{ minRows: answer.result === 'fail' ? 2 : 1, maxRows: 10 }}
            maxLength={2000}
            value={answer.note}
            status={lacksNote ? 'warning' : ''}
            onChange={(event) => filling.change(item, { note: event.target.value })}
          />
          <Photos
            files={answer.files}
            label={item.label}
            disabled={disabled}
            keptAs={filling.photosOf(item)}
            onWaiting={(count) => filling.countPhotos(item.item, count)}
            onChange={(files) => filling.change(item, { files })}
          />
        </>
      ) : null}
      {lacksNote ? <p className={classes['lack']}>写明情况后才会保存。</p> : null}
      {fault ? (
        <div className={classes['fault']} role="alert">
          {fault.text}
          {fault.stale ? (
            <div>
              {item.result
                ? `${item.by ?? ''}填写的是：${resultMarks[item.result].word}${item.note ? `，${item.note}` : ''}`
                : null}
              <div className={classes['choose']}>
                <Button onClick={() => filling.settle(item, false)}>采用对方填写的</Button>
                <Button onClick={() => filling.settle(item, true)}>以我填写的为准</Button>
              </div>
            </div>
          ) : null}
        </div>
      ) : null}
      {item.by && item.at && !fault ? (
        <p className={classes['kept']}>{`${item.by} ${instantText(item.at, today)}保存`}</p>
      ) : null}
    </fieldset>
  );
}

import { Button, Input, Select } from 'antd';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { api, ask } from '../../api/client.ts';
import { readKept, writeKept } from '../../kept/kept.ts';
import { PageBody, PageHead } from '../../layout/page-head.tsx';
import { Asked } from '../../states/asked.tsx';
import { Failed } from '../../states/failed.tsx';
import { yearQuery } from './queries.ts';
import { UploadYear } from './upload-year.tsx';
import classes from './calendar.module.css';

interface Source {
  year?: number;
  text?: string;
  fileId?: string;
}

/** Begins with `draft`: a log-out forgets it on a shared machine. */
const key = 'draft.calendar';

const example = `国务院办公厅关于2027年部分节假日安排的通知
一、元旦：1月1日（周五）至3日（周日）放假，共3天。
二、春节：2月5日（周五）至……`;

/** A year's arrangement: pasted, uploaded, or to be entered day by day. Into an own draft, or a new one. */
export default function CalendarEntryPage() {
  const [address] = useSearchParams();
  const replaces = address.get('draft') ?? undefined;
  const go = useNavigate();
  const cache = useQueryClient();
  const [text, setText] = useState(() => String(readKept(key) ?? ''));
  const [year, setYear] = useState<number>();
  const years = useQuery(yearQuery());
  const send = useMutation({
    mutationFn: (source: Source) => save(replaces, source),
    onSuccess: async (id) => {
      writeKept(key, undefined);
      await cache.invalidateQueries({ queryKey: ['drafts'] });
      void go(`/calendar/drafts/${id}`);
    },
  });
  const chosen = year === undefined ? {} : { year };
  return (
    <PageBody>
      <PageHead
        title="录入放假安排"
        trail={[{ label: '工作日历', to: '/calendar' }, { label: '录入放假安排' }]}
        facts="先读出来核对，再看哪些在办期限会变动；由另一人批准之后才生效。"
      />
      <Asked query={years} what="读取工作日历">
        {({ firstYear, lastYear }) => (
          <div className={classes['entry']}>
            <div>
              <div className={classes['field']}>
                <label htmlFor="text">国务院办公厅通知的文字</label>
                <Input.TextArea
                  id="text"
                  autoSize={{ minRows: 12, maxRows: 22 }}
                  placeholder={example}
                  value={text}
                  onChange={({ target }) => {
                    setText(target.value);
                    writeKept(key, target.value);
                  }}
                />
                <p className="muted">
                  从通知中整篇复制，连标题和落款一起粘贴也可以；读不懂的句子会逐句列出。
                </p>
              </div>
              {send.isError ? <Failed error={send.error} what="读取安排" narrow /> : null}
              <Button
                type="primary"
                disabled={text.trim() === ''}
                loading={send.isPending}
                onClick={() => send.mutate({ ...chosen, text })}
              >
                读取并核对
              </Button>
            </div>
            <div>
              <div className={classes['field']}>
                <label htmlFor="year">年度</label>
                <Select
                  id="year"
                  allowClear
                  style={{ width: '100%' }}
                  placeholder="以文字或表格中的年度为准"
                  value={year ?? null}
                  onChange={(value: number | null | undefined) => setYear(value ?? undefined)}
                  options={yearsFrom(lastYear + 1, firstYear).map((value) => ({
                    value,
                    label: value > lastYear ? `${value}年（尚未公布）` : `${value}年（更正）`,
                  }))}
                />
              </div>
              <div className={classes['field']}>
                <span>也可以上传表格，三列：日期、类型（放假或上班）、名称</span>
                <UploadYear
                  disabled={send.isPending}
                  onUploaded={(fileId) => send.mutate({ ...chosen, fileId })}
                />
              </div>
              {replaces ? null : (
                <Button disabled={year === undefined || send.isPending} onClick={() => send.mutate(chosen)}>
                  {year === undefined ? '逐日录入（先选年度）' : `逐日录入${year}年`}
                </Button>
              )}
            </div>
          </div>
        )}
      </Asked>
    </PageBody>
  );
}

const yearsFrom = (last: number, first: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => last - index);

async function save(replaces: string | undefined, source: Source): Promise<string> {
  if (replaces === undefined) {
    const { id } = await ask(api.POST('/api/calendar/drafts', { body: source }));
    return id;
  }
  const path = { id: replaces };
  const { version } = await ask(api.GET('/api/calendar/drafts/{id}', { params: { path } }));
  await ask(api.POST('/api/calendar/drafts/{id}/read', { params: { path }, body: { ...source, version } }));
  return replaces;
}

import { Button } from 'antd';
import { Link } from 'react-router';
import type { OnSiteCheckBody } from '../../api/bureau-types.ts';
import { Lateness } from '../../lateness/lateness.tsx';
import { usePointed } from '../../lists/pointed.ts';
import { resultMarks } from './results.ts';
import classes from './on-site-check.module.css';

type Item = OnSiteCheckBody['groups'][number]['items'][number];
interface Props {
  body: OnSiteCheckBody;
  /** Issues a commitment for what failed. */
  onOpen?: (item: string) => void;
  onFile: (file: { id: string; name: string }) => void;
}

/** Group by group; what failed has its note, its photographs and what became of it. */
export function Findings({ body, onOpen, onFile }: Props) {
  const pointed = usePointed();
  return body.groups.map(({ code, label, items }) => {
    const failed = items.filter(({ result }) => result === 'fail').length;
    return (
      <section key={code}>
        <h3>
          {label}
          {failed > 0 ? <span className={classes['failed']}>{`✕ 不合格 ${failed}`}</span> : null}
        </h3>
        <ul className={classes['items']}>
          {items.map((item) => (
            <li key={item.item} {...pointed(item.item)}>
              <Result item={item} />
              <div>
                {item.label}
                {item.note ? <div className={classes['note']}>{item.note}</div> : null}
                {item.files.length > 0 ? (
                  <div className={classes['files']}>
                    {item.files.map((file, index) => (
                      <Button key={file.id} type="link" size="small" onClick={() => onFile(file)}>
                        {file.type.startsWith('image/') ? `照片${index + 1}` : file.name}
                      </Button>
                    ))}
                  </div>
                ) : null}
                <Follow item={item} body={body} {...(onOpen ? { onOpen } : {})} />
              </div>
            </li>
          ))}
        </ul>
      </section>
    );
  });
}

function Result({ item: { result } }: { item: Item }) {
  if (!result) return <span className="muted">未填</span>;
  const { mark, word } = resultMarks[result];
  return <span className={classes[result]}>{`${mark} ${word}`}</span>;
}

function Follow({
  item,
  body,
  onOpen,
}: {
  item: Item;
  body: OnSiteCheckBody;
  onOpen?: (item: string) => void;
}) {
  if (item.result !== 'fail') return null;
  const opened = body.commitments.find((one) => one.item === item.item);
  if (!opened)
    return onOpen ? (
      <Button size="small" onClick={() => onOpen(item.item)}>
        下达台账事项
      </Button>
    ) : null;
  return opened.line ? (
    <div className={classes['follow']}>
      <Lateness value={opened.line.lateness} />{' '}
      <Link to={`/cases/${opened.line.caseId}`}>{opened.line.number}</Link> {opened.line.stageLabel}
    </div>
  ) : (
    <div className="muted">台账事项正在立项</div>
  );
}

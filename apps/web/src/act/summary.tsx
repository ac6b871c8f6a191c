import { Button } from 'antd';
import type { FormInstance } from 'antd';
import { requestNumberOf, sentenceOf, statusOf, UnreachableError } from '../api/problem.ts';
import classes from './act.module.css';

export interface Missing {
  path: (string | number)[];
  detail: string;
}

interface Props {
  missing: readonly Missing[];
  error: unknown;
  form: FormInstance;
  /** The server did not answer yet and is being asked again by itself. */
  trying: boolean;
  onRenew: () => void;
}

/** Above the button: what is still wrong and what becomes of what was typed. */
export function Summary({ missing, error, form, trying, onRenew }: Props) {
  if (trying) {
    return (
      <p role="status" className={classes['trying']}>
        服务器没有答复，正在自动重试；重复提交不会重复办理。
      </p>
    );
  }
  if (missing.length === 0 && !error) return null;
  const number = requestNumberOf(error);
  return (
    <div role="alert" className={classes['fault']}>
      <p>{missing.length > 0 ? `还有${missing.length}处需要补正：` : sentenceOf(error)}</p>
      <ul>
        {missing.map(({ path, detail }) => (
          <li key={path.join('.')}>
            <button
              type="button"
              className="text-link"
              onClick={() => form.scrollToField(path, { behavior: 'smooth', block: 'center', focus: true })}
            >
              {detail}
            </button>
          </li>
        ))}
      </ul>
      {error instanceof UnreachableError ? (
        <p>填写的内容都还在，连接恢复后再点一次按钮即可，不会重复办理。</p>
      ) : null}
      {statusOf(error) === 409 ? (
        <p>
          没有办理，填写的内容还在。
          <Button type="link" size="small" onClick={onRenew}>
            按案件现状重新打开
          </Button>
        </p>
      ) : null}
      {number ? <p>编号：{number}（请告诉系统管理员）</p> : null}
    </div>
  );
}

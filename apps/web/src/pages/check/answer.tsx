import type { PaperCheck } from '../../api/types.ts';
import { dateText } from '../../days/day-text.ts';
import classes from './check.module.css';

type Paper = NonNullable<PaperCheck['paper']>;

const files = {
  same: '与印发的电子文件完全一致',
  other: '与印发的电子文件不一致',
} as const;

function standingOf({ voidedOn, replaced }: Paper): string | undefined {
  if (voidedOn) return `已于${dateText(voidedOn)}作废`;
  if (replaced) return `已被后来印发的文书${replaced}`;
  return undefined;
}

/** What is certain, then what the reader still has to compare himself: a true code can be printed on a false paper. */
export function Answer({ paper }: { paper: PaperCheck['paper'] }) {
  if (!paper) return <NotFound />;
  const standing = standingOf(paper);
  const bad = paper.file === 'other' || standing !== undefined;
  return (
    <section className={bad ? classes['bad'] : classes['good']}>
      <h2>{headOf(paper, standing)}</h2>
      <dl>
        <dt>文号</dt>
        <dd>{paper.number ?? '本文书不编文号'}</dd>
        <dt>印发日期</dt>
        <dd>{dateText(paper.issuedOn)}</dd>
        <dt>效力</dt>
        <dd className={standing ? classes['wrong'] : ''}>{standing ?? '没有作废、替代或者更正的记录'}</dd>
        {paper.file ? (
          <>
            <dt>电子文件</dt>
            <dd className={paper.file === 'other' ? classes['wrong'] : ''}>{files[paper.file]}</dd>
          </>
        ) : null}
      </dl>
      <p>{adviceOn(paper, standing)}</p>
    </section>
  );
}

function headOf({ file }: Paper, standing: string | undefined): string {
  if (file === 'other') return '有这份文书，但您选的文件不是原件';
  if (standing) return '有这份文书，但已不能按原文执行';
  return file === 'same' ? '文书和文件都是真的' : '有这份文书';
}

function adviceOn({ file, voidedOn }: Paper, standing: string | undefined): string {
  if (file === 'other' || standing === undefined) return advice[file ?? 'none'];
  return voidedOn
    ? '请不要再按这份文书办理。作废的原因请向印发机关了解。'
    : '请向印发机关索取后来印发的文书，按后来的文书办理。';
}

const advice = {
  same: '请按文件的内容办理。',
  other:
    '文件可能被改动过；另存、转换格式、打印后再扫描的文件也会不一致。请向印发机关索取原件，不要按这份文件办理。',
  none: '请看文号和日期与您手中的文书是否相同，不同的就不是这份文书。要确认正文没有被改动，请选上PDF文件再查一次。',
} as const;

function NotFound() {
  return (
    <section className={classes['bad']}>
      <h2>没有查到</h2>
      <p>
        {'没有使用这个校验码的文书。请对照文书逐个核对：校验码里没有数字0、1，也没有字母O、I、L。' +
          '仍然查不到的，请向印发机关核实，先不要按文书办理。'}
      </p>
    </section>
  );
}

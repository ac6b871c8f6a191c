import { useToday } from '../api/session.ts';
import type { NoticeLine } from '../api/types.ts';
import { instantText } from '../days/day-text.ts';

/** Whether an issued paper still holds: void, or replaced or corrected by a later one. */
export function Standing({
  notice: { voided, replacedBy },
}: {
  notice: Pick<NoticeLine, 'voided' | 'replacedBy'>;
}) {
  const today = useToday();
  return (
    <>
      {voided ? (
        <p className="late" role="status">
          <strong>已作废</strong>
          {`，${voided.by}${instantText(voided.at, today)}批准。理由：${voided.reason}`}
        </p>
      ) : null}
      {replacedBy ? (
        <p className="late" role="status">
          {`已被《${replacedBy.title}》${replacedBy.number ? `（${replacedBy.number}）` : ''}${replacedBy.how}。`}
        </p>
      ) : null}
    </>
  );
}

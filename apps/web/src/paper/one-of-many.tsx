import { Button } from 'antd';

interface Props {
  nth: number;
  of: number;
  onChange: (nth: number) => void;
}

/** 逐户发文: which of the papers is shown, and the way to the others. */
export function OneOfMany({ nth, of, onChange }: Props) {
  if (of < 2) return null;
  return (
    <p>
      <span role="status">{`共${of}份，每家收文单位一份；这是第${nth + 1}份。`}</span>{' '}
      <Button size="small" disabled={nth === 0} onClick={() => onChange(nth - 1)}>
        上一份
      </Button>{' '}
      <Button size="small" disabled={nth >= of - 1} onClick={() => onChange(nth + 1)}>
        下一份
      </Button>
    </p>
  );
}

import DeleteOutlined from '@ant-design/icons/DeleteOutlined';
import PlusOutlined from '@ant-design/icons/PlusOutlined';
import { Button, Form } from 'antd';
import type { ClipboardEvent } from 'react';
import { FieldInput } from './field-input.tsx';
import { cellsOf, placed } from './pasted-cells.ts';
import classes from './rows-input.module.css';
import { rulesOf } from './rules.ts';
import type { Field } from './schema.ts';
import type { Values } from './body.ts';

/** A table that grows; cells copied from a spreadsheet can be pasted into it. */
export function RowsInput({ field }: { field: Field }) {
  const form = Form.useFormInstance<Values>();
  const { parts, title, name } = field;
  const paste = (event: ClipboardEvent, row: number, column: number): void => {
    const cells = cellsOf(event.clipboardData.getData('text/plain'));
    if (!cells) return;
    event.preventDefault();
    const before = (form.getFieldValue(name) ?? []) as Values[];
    form.setFieldValue(name, placed(before, cells, row, column, parts));
  };
  return (
    <fieldset className={classes['rows']}>
      <legend>{title}</legend>
      <Form.List
        name={name}
        rules={[
          {
            validator: (_rule, rows: unknown[] | undefined) =>
              (rows?.length ?? 0) >= (field.fewest ?? 0)
                ? Promise.resolve()
                : Promise.reject(new Error(`请至少填写${field.fewest}行${title}。`)),
          },
        ]}
      >
        {(rows, { add, remove }, { errors }) => (
          <>
            {rows.length > 0 ? (
              <div className={classes['scroll']}>
                <table>
                  <thead>
                    <tr>
                      <th scope="col">序号</th>
                      {parts.map((part) => (
                        <th key={part.name} scope="col" style={{ width: widthOf(part) }}>
                          {part.title}
                        </th>
                      ))}
                      <th scope="col">
                        <span className="for-readers">删除</span>
                      </th>
                    </tr>
                  </thead>
                  <tbody>
                    {rows.map((row, index) => (
                      <tr key={row.key}>
                        <th scope="row">{index + 1}</th>
                        {parts.map((part, column) => (
                          <td
                            key={part.name}
                            data-label={part.title}
                            onPaste={(event) => paste(event, index, column)}
                          >
                            <Form.Item
                              name={[row.name, part.name]}
                              rules={rulesOf(part)}
                              className={classes['cell'] ?? ''}
                            >
                              <FieldInput field={part} label={`第${index + 1}行 ${part.title}`} />
                            </Form.Item>
                          </td>
                        ))}
                        <td>
                          <Button
                            type="text"
                            icon={<DeleteOutlined />}
                            aria-label={`删除第${index + 1}行`}
                            onClick={() => remove(row.name)}
                          />
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            ) : null}
            <div className={classes['below']}>
              <Button
                icon={<PlusOutlined />}
                onClick={() => add({})}
                disabled={rows.length >= (field.most ?? 500)}
              >
                增加一行
              </Button>
              <span className="muted">可从表格软件复制多行，粘贴到任一格。</span>
            </div>
            <Form.ErrorList errors={errors} />
          </>
        )}
      </Form.List>
    </fieldset>
  );
}

/** Of the room that is left, by how much the cell may hold. */
function widthOf(part: Field): string | undefined {
  if (part.widget === 'day' || part.widget === 'select' || part.widget === 'number') return undefined;
  const most = part.most ?? 0;
  return most > 200 ? '34%' : most > 60 ? '22%' : undefined;
}

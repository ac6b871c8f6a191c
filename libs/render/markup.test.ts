import { expect, test } from '@jest/globals';
import { lineBreak } from './clean-text.ts';
import { parseMarkup } from './markup.ts';

test.each([
  '<script>x</script>',
  '<p><a href="x">y</a></p>',
  '<img>',
  '<p style="x">y</p>',
  '<!-- x -->',
  '<p><p2>',
  'bare text',
])('a tag, attribute or text outside the subset is an error of the template: %s', (html) =>
  expect(() => parseMarkup(html)).toThrow(),
);

test('escaped user text stays text', () => {
  expect(parseMarkup('<p>&lt;script&gt; {{x}} &amp;amp; #read(&quot;x&quot;)</p>')).toEqual([
    { type: 'paragraph', runs: [{ text: '<script> {{x}} &amp; #read("x")' }], indent: true },
  ]);
});

test('where a person pressed Enter a new paragraph begins, with its own style', () => {
  expect(parseMarkup(`<p class="flush"><b>甲${lineBreak}乙</b>丙</p>`)).toEqual([
    { type: 'paragraph', runs: [{ text: '甲', bold: true }], indent: false },
    { type: 'paragraph', runs: [{ text: '乙', bold: true }, { text: '丙' }], indent: false },
  ]);
});

test('a line break of the template between two characters is no space', () => {
  expect(parseMarkup('<h2>\n  一、目的\n  和意义\n</h2>')).toEqual([
    { type: 'heading', level: 1, text: '一、目的和意义' },
  ]);
});

test('an annex opens with its title and goes on with its table', () => {
  const html =
    '<section class="annex" number="2"><h1>名单</h1><table widths="1 2"><tr><th>甲</th><th>乙</th></tr>' +
    '<tr><td rowspan="2">a</td><td>b</td></tr><tr><td>c</td></tr></table></section>';
  expect(parseMarkup(html)).toEqual([
    { type: 'annex', number: 2, lines: ['名单'] },
    {
      type: 'table',
      head: ['甲', '乙'],
      rows: [[{ text: 'a', rows: 2 }, { text: 'b' }], [{ text: 'c' }]],
      widths: [1, 2],
    },
  ]);
});

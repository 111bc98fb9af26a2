import { expect, test } from 'vitest';
import { toHtmlTable } from '#views/grid/html-table.ts';

test('a formula is text, a number a number', () => {
  expect(toHtmlTable([['=1+1', '12']])).toBe(
    `<table><tr><td style="mso-number-format:'\\@'">=1+1</td><td>12</td></tr></table>`,
  );
});

test('markup in a cell stays text, line breaks stay in their cell', () => {
  const html = toHtmlTable([['<b>&"\nx']]);
  expect(html).toContain('&lt;b&gt;&amp;&quot;<br style="mso-data-placement:same-cell">x');
});

test.each(['007', '-1+2', '@x', '1,000'])('%s is text', (cell) => {
  expect(toHtmlTable([[cell]])).toContain('mso-number-format');
});

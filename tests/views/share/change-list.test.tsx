import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { ChangeList, type ListedChange, WorkbookMessages } from '#views/share/change-list.tsx';
import { ShareRow } from '#views/share/share-row.tsx';

const CHANGE: ListedChange = {
  place: 'Steps!B3',
  sheet: 'Steps',
  cell: 'B3',
  key: 'CONTACT',
  column: 'Name',
  before: 'Contact',
  after: '<script>alert(1)</script>',
  note: '',
};

const nothing = (): void => undefined;

test('a change says where, what it was and what it becomes, as text', () => {
  const page = renderToStaticMarkup(
    <ChangeList
      changes={[CHANGE, { ...CHANGE, place: 'Steps!C3', after: '' }]}
      refused={new Set(['Steps!C3'])}
      onRefused={nothing}
    />,
  );
  expect(page).toMatch(/aria-label="Accept Steps B3: Name of CONTACT" checked=""/u);
  expect(page).toContain('<del>Contact</del>');
  expect(page).toContain('&lt;script&gt;');
  expect(page).toMatch(/data-taken="false"[^]*empty/u);
});

test('messages name their cell', () => {
  const page = renderToStaticMarkup(
    <WorkbookMessages
      messages={[{ severity: 'error', sheet: 'Steps', cell: 'D9', message: 'There is no role “x”.' }]}
    />,
  );
  expect(page).toMatch(/Error: Steps D9[^]*There is no role “x”\./u);
  expect(renderToStaticMarkup(<WorkbookMessages messages={[]} />)).toBe('');
});

test('what cannot be made says why, and its button still takes the keyboard', () => {
  const page = renderToStaticMarkup(
    <ShareRow
      id="png"
      title="PNG picture"
      says="Goes anywhere."
      state={null}
      hindrance="This would be too large."
      onMake={nothing}
      onCopy={null}
      onCancel={nothing}
    />,
  );
  expect(page).toMatch(
    /<button type="button" id="share-png"[^>]*aria-disabled="true" aria-describedby="share-png-why"/u,
  );
  expect(page).toContain('This would be too large.');
});

import './fields.scss';
import { useMemo } from 'react';
import { fieldsViewOf } from '#app/fields/fields-view.ts';
import { QuestionFields } from '#app/fields/question-fields.tsx';
import { SourceFields } from '#app/fields/source-fields.tsx';
import type { ScreenProps } from '#app/use-shown.ts';

/** Every question, or every source of every kind, to be sorted, filtered, mapped and edited. */
export function FieldsScreen({ shown, store }: ScreenProps): React.JSX.Element {
  const view = useMemo(() => fieldsViewOf(shown.view), [shown.view]);
  return view.rows === 'sources' ? (
    <SourceFields key={shown.shown.name ?? ''} shown={shown} store={store} view={view} />
  ) : (
    <QuestionFields key={shown.shown.name ?? ''} shown={shown} store={store} view={view} />
  );
}

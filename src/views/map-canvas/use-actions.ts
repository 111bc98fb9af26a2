import { useMemo } from 'react';
import type { MapActions } from './map-actions.ts';

/** What the map offers: what was given, and what changes the workspace only where it may be changed. */
export function useActions(props: MapActions & { readonly canEdit?: boolean }): MapActions {
  const { onOpen, onOpenForm, onQuestion, onMoreQuestions, onNextAction, onConnect, onMove } = props;
  const canEdit = props.canEdit === true;
  return useMemo(
    () => ({
      ...(onOpen === undefined ? {} : { onOpen }),
      ...(onOpenForm === undefined ? {} : { onOpenForm }),
      ...(onQuestion === undefined ? {} : { onQuestion }),
      ...(onMoreQuestions === undefined ? {} : { onMoreQuestions }),
      ...(onNextAction === undefined ? {} : { onNextAction }),
      ...(canEdit && onConnect !== undefined ? { onConnect } : {}),
      ...(canEdit && onMove !== undefined ? { onMove } : {}),
    }),
    [canEdit, onOpen, onOpenForm, onQuestion, onMoreQuestions, onNextAction, onConnect, onMove],
  );
}

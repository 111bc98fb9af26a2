import { type ComponentType, lazy } from 'react';
import type { ScreenProps } from '#app/use-shown.ts';
import type { Screen } from '#store/view.ts';

/** The name of each screen in the main navigation. */
export const SCREEN_NAMES: Readonly<Record<Screen, string>> = {
  overview: 'Overview',
  map: 'Map',
  fields: 'Fields',
  returns: 'Returns',
  findings: 'Findings',
  walk: 'Walk',
  share: 'Share',
};

/** Each screen is fetched when it is first shown, so that no screen waits for the others. */
export const SCREEN_VIEWS: Readonly<Record<Screen, ComponentType<ScreenProps>>> = {
  overview: lazy(() => import('./overview-screen.tsx').then((room) => ({ default: room.OverviewScreen }))),
  map: lazy(() => import('./map-screen.tsx').then((room) => ({ default: room.MapScreen }))),
  fields: lazy(() => import('./fields-screen.tsx').then((room) => ({ default: room.FieldsScreen }))),
  returns: lazy(() => import('./returns-screen.tsx').then((room) => ({ default: room.ReturnsScreen }))),
  findings: lazy(() => import('./findings-screen.tsx').then((room) => ({ default: room.FindingsScreen }))),
  walk: lazy(() => import('./walk-screen.tsx').then((room) => ({ default: room.WalkScreen }))),
  share: lazy(() => import('./share-screen.tsx').then((room) => ({ default: room.ShareScreen }))),
};

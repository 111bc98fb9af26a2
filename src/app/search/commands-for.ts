import { SCREEN_NAMES } from '#app/screens/screens.ts';
import { SHARE_ROWS } from '#app/share/share-rows.ts';
import type { AppStore } from '#store/create-store.ts';
import { FIRST_VIEW, SCREENS, type Screen, withOwn } from '#store/view.ts';
import type { Command } from './command.ts';

const SCREEN_KEYS: Readonly<Record<Screen, string>> = {
  overview: 'g then o',
  map: 'g then m',
  fields: 'g then f',
  returns: 'g then r',
  findings: 'g then i',
  walk: 'g then w',
  share: 'g then s',
};

/** Presses a button of the page: what a file dialog is opened by has to be. */
const press = (id: string) => (): void => document.getElementById(id)?.click();

function undoCommands(store: AppStore): readonly Command[] {
  const { past, future } = store.getState().history;
  const [last, next] = [past.at(-1), future[0]];
  return [
    ...(last === undefined ? [] : [{ id: 'undo', name: `Undo: ${last.name}`, keys: 'Ctrl+Z', run: store.undo }]),
    ...(next === undefined ? [] : [{ id: 'redo', name: `Redo: ${next.name}`, keys: 'Ctrl+Y', run: store.redo }]),
  ];
}

/** Buttons of the screen Walk that can be pressed from the search while they are there. */
const WALK_BUTTONS: readonly (readonly [id: string, name: string, keys?: string])[] = [
  ['walk-history', 'Walk: history of the case'],
  ['walk-save-script', 'Walk: save the case as a script'],
  ['walk-back', 'Walk: back in the history', '['],
  ['walk-forward', 'Walk: forward in the history', ']'],
  ['walk-play', 'Walk: play the history'],
  ['next-unanswered', 'Walk: next unanswered question', 'n'],
  ['open-script', 'Walk: open a script…'],
  ['generate-cases', 'Walk: generate cases…'],
];

const walkCommands = (): readonly Command[] =>
  WALK_BUTTONS.filter(([id]) => document.getElementById(id) !== null).map(([id, name, keys]) => ({
    id,
    name,
    ...(keys === undefined ? {} : { keys }),
    run: press(id),
  }));

/** The files that can be made, each leading to its place on the screen Share. */
const shareCommands = (store: AppStore): readonly Command[] =>
  SHARE_ROWS.map(({ id, command }) => ({
    id: `share-${id}`,
    name: `Share: ${command}`,
    run: () => store.goTo(withOwn({ ...store.getState().view, screen: 'share' }, { row: id })),
  }));

/** What can be done from anywhere. */
export function commandsFor(store: AppStore, showHelp: () => void): readonly Command[] {
  const { dataReturn } = store.getState().view;
  return [
    ...SCREENS.map((screen) => ({
      id: screen,
      name: `Go to ${SCREEN_NAMES[screen]}`,
      keys: SCREEN_KEYS[screen],
      run: () => store.goToScreen(screen),
    })),
    ...undoCommands(store),
    ...walkCommands(),
    ...shareCommands(store),
    {
      id: 'outline',
      name: 'Show the map as an outline',
      run: () => store.goTo(withOwn({ ...FIRST_VIEW, screen: 'map', dataReturn }, { form: 'outline' })),
    },
    { id: 'open-folder', name: 'Open a folder…', run: press('open-folder') },
    { id: 'open-zip', name: 'Open a zip…', run: press('open-zip') },
    { id: 'keys', name: 'Keyboard help', keys: '?', run: showHelp },
  ];
}

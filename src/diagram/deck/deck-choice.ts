import { laneOf } from '#diagram/order-steps.ts';
import type { MapOverlay } from '#diagram/overlays/overlay.ts';
import { assertNever } from '#model/assert.ts';
import type { Item } from '#model/data-return.ts';
import type { StepTypeId } from '#model/ids.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import type { DeckSubject } from './deck-subject.ts';
import { showAndTell, viewDeck } from './decks.ts';
import { itemDeck } from './item-deck.ts';
import type { Deck } from './slide.ts';
import { workflowDeck } from './workflow-deck.ts';

/** Which deck is wanted. */
export type DeckChoice =
  | { readonly kind: 'show-and-tell' }
  | { readonly kind: 'view' }
  | { readonly kind: 'workflow'; readonly lane: string }
  | { readonly kind: 'item'; readonly item: Item };

/** The deck that is made where nobody says which. */
export const FIRST_DECK: DeckChoice = { kind: 'show-and-tell' };

/** What a deck may be asked for as, in words of the command line. */
const DECK_WORDS = 'show-and-tell, view, workflow:NAME or item:ITEM';

type Read = DeckChoice | { readonly wrong: string };

function readWorkflow(index: WorkspaceIndex, name: string): Read {
  const lanes = [...new Set(index.workspace.stepTypes.map(laneOf))];
  const lane = lanes.find((one) => one.toLowerCase() === name.toLowerCase());
  if (lane !== undefined) return { kind: 'workflow', lane };
  return { wrong: `There is no workflow "${name}". There are: ${lanes.join(', ')}.` };
}

function readItem({ dataReturn }: WorkspaceIndex, name: string): Read {
  const items = dataReturn?.items ?? [];
  const exact = items.find(({ id }) => id === name);
  const [found, ...others] =
    exact === undefined ? items.filter(({ tag, cbds }) => tag === name || (cbds !== '' && cbds === name)) : [exact];
  if (found === undefined)
    return {
      wrong: `${dataReturn?.name ?? 'The workspace'} has no item "${name}". Write its path, tag or CBDS number.`,
    };
  if (others.length === 0) return { kind: 'item', item: found };
  const paths = [found, ...others].map(({ id }) => id).join(', ');
  return { wrong: `There are ${others.length + 1} items "${name}": write the path of one of them: ${paths}.` };
}

/** Reads which deck is wanted, as `--deck` says it. */
export function readDeckChoice(index: WorkspaceIndex, text: string): Read {
  const colon = text.indexOf(':');
  const [kind, name] = colon === -1 ? [text, ''] : [text.slice(0, colon), text.slice(colon + 1).trim()];
  if (name === '' && (kind === 'show-and-tell' || kind === 'view')) return { kind };
  if (kind === 'workflow' && name !== '') return readWorkflow(index, name);
  if (kind === 'item' && name !== '') return readItem(index, name);
  return { wrong: `There is no deck "${text}". There are: ${DECK_WORDS}.` };
}

/** What is on the screen: the steps, and what lies on them. */
export interface DeckView {
  readonly steps: readonly StepTypeId[];
  readonly overlay: MapOverlay | null;
}

/** The deck that is wanted. */
export function deckOf(subject: DeckSubject, choice: DeckChoice, view: DeckView): Deck {
  switch (choice.kind) {
    case 'show-and-tell':
      return showAndTell(subject);
    case 'view':
      return viewDeck(subject, view.steps, view.overlay);
    case 'workflow':
      return workflowDeck(subject, choice.lane);
    case 'item':
      return itemDeck(subject, choice.item);
    default:
      return assertNever(choice);
  }
}

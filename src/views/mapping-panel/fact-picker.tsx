import { useMemo, useState } from 'react';
import {
  Button,
  Collection,
  ComboBox,
  Header,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Popover,
} from 'react-aria-components';
import type { FactProposal } from '#diagram/fields/fact-proposals.ts';
import type { Fact } from '#model/workspace.ts';

interface FactPickerProps {
  readonly label: string;
  readonly proposals: readonly FactProposal[];
  readonly facts: readonly Fact[];
  /** `why` holds the reasons of a proposal; empty for a fact that nobody proposed. */
  readonly onPick: (fact: Fact, why: string) => void;
}

interface Choice {
  readonly id: string;
  readonly fact: Fact;
  readonly hint: string;
  readonly why: string;
}

interface Choices {
  readonly id: string;
  readonly title: string;
  readonly children: readonly Choice[];
}

/** More than this nobody reads; typing narrows them down. */
const MOST = 80;

/** A score as a whole per cent; empty where nothing was scored. */
export const percentOf = (score: number | null): string => (score === null ? '' : `${Math.round(score * 100)}%`);

const toProposed = ({ fact, score, reasons }: FactProposal): Choice => ({
  id: `proposed:${fact.id}`,
  fact,
  hint: [percentOf(score), ...reasons].filter((part) => part !== '').join(' · '),
  why: reasons.join('; '),
});

const toChoice = (fact: Fact): Choice => ({ id: fact.id, fact, hint: fact.definition, why: '' });

const holds =
  (words: readonly string[]) =>
  ({ fact }: Choice): boolean => {
    const text = `${fact.name} ${fact.id} ${fact.definition}`.toLowerCase();
    return words.every((word) => text.includes(word));
  };

function choicesFor(proposals: readonly FactProposal[], facts: readonly Fact[], typed: string): readonly Choices[] {
  const words = typed
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== '');
  const sections = [
    { id: 'proposed', title: 'Suggested, with reasons', children: proposals.map(toProposed).filter(holds(words)) },
    { id: 'all', title: 'All facts', children: facts.map(toChoice).filter(holds(words)).slice(0, MOST) },
  ];
  return sections.filter(({ children }) => children.length > 0);
}

function FactChoice({ choice }: { readonly choice: Choice }): React.JSX.Element {
  const { fact, hint } = choice;
  return (
    <ListBoxItem id={choice.id} textValue={fact.name} className="fact-picker__choice">
      <span className="fact-picker__name">{fact.name}</span> <code className="quiet">{fact.id}</code>
      {hint !== '' && <span className="fact-picker__hint">{hint}</span>}
    </ListBoxItem>
  );
}

/** Picks a fact by name or key: what is suggested first, with the reasons, then all that there are. */
export function FactPicker({ label, proposals, facts, onPick }: FactPickerProps): React.JSX.Element {
  const [typed, setTyped] = useState('');
  const sections = useMemo(() => choicesFor(proposals, facts, typed), [proposals, facts, typed]);
  function pick(key: unknown): void {
    if (key === null) return;
    const choice = sections.flatMap(({ children }) => children).find(({ id }) => id === key);
    setTyped('');
    if (choice !== undefined) onPick(choice.fact, choice.why);
  }
  return (
    <ComboBox
      className="fact-picker"
      items={sections}
      inputValue={typed}
      onInputChange={setTyped}
      selectedKey={null}
      onSelectionChange={pick}
      menuTrigger="focus"
      allowsEmptyCollection
    >
      <Label className="fact-picker__label">{label}</Label>
      <div className="fact-picker__box">
        <Input className="field fact-picker__input" placeholder="Type a name or key" />
        <Button className="small-button fact-picker__button" aria-label="Show the facts">
          <span aria-hidden="true">▾</span>
        </Button>
      </div>
      <Popover className="fact-picker__popover" maxHeight={340}>
        <ListBox<Choices> className="fact-picker__list" renderEmptyState={() => <p className="quiet">No such fact.</p>}>
          {(section) => (
            <ListBoxSection id={section.id}>
              <Header className="fact-picker__section">{section.title}</Header>
              <Collection items={section.children}>{(choice) => <FactChoice choice={choice} />}</Collection>
            </ListBoxSection>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

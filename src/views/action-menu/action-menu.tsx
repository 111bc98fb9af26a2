import type { RefObject } from 'react';
import { Header, Menu, MenuItem, MenuSection, Popover } from 'react-aria-components';

/** One thing that can be done. */
export interface Action {
  readonly id: string;
  readonly name: string;
  /** What it does, where the name does not say. */
  readonly hint?: string;
  readonly isDisabled?: boolean;
  readonly run: () => void;
}

/** Things that belong together, under a heading. */
export interface ActionGroup {
  readonly title: string;
  readonly actions: readonly Action[];
}

export interface ActionMenuProps {
  readonly label: string;
  readonly groups: readonly ActionGroup[];
  /** The button below which it opens, and which gets the keyboard back. */
  readonly trigger: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
}

/** A menu of things to do. */
export function ActionMenu({ label, groups, trigger, onClose }: ActionMenuProps): React.JSX.Element {
  const actions = groups.flatMap((group) => group.actions);
  return (
    <Popover
      className="action-menu"
      triggerRef={trigger}
      placement="bottom end"
      offset={4}
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <Menu
        aria-label={label}
        className="action-menu__list"
        // Whoever opened it goes through it with the arrow keys.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus="first"
        disabledKeys={actions.filter(({ isDisabled }) => isDisabled === true).map(({ id }) => id)}
        onAction={(key) => {
          onClose();
          actions.find(({ id }) => id === key)?.run();
        }}
      >
        {groups.map(({ title, actions: inGroup }) => (
          <MenuSection key={title} className="action-menu__group">
            <Header className="action-menu__title">{title}</Header>
            {inGroup.map(({ id, name, hint }) => (
              <MenuItem key={id} id={id} textValue={name} className="action-menu__item">
                <span className="action-menu__name">{name}</span>
                {hint !== undefined && <span className="action-menu__hint">{hint}</span>}
              </MenuItem>
            ))}
          </MenuSection>
        ))}
      </Menu>
    </Popover>
  );
}

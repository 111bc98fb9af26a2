const NAME = 'react-aria-pressable-style';

/**
 * Buttons of react-aria write a style into the page unless one of this name is there, and the page's own security policy
 * forbids that. The rule itself stands with the other styles of the fields.
 */
export function declarePressStyle(): void {
  if (document.getElementById(NAME) !== null) return;
  const mark = document.createElement('meta');
  mark.id = NAME;
  document.head.append(mark);
}

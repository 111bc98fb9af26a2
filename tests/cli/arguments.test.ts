import { expect, test } from 'vitest';
import { type ArgumentRules, findOption, readArguments } from '#cli/arguments.ts';

const RULES: ArgumentRules = { options: { json: { takes: 'value' }, all: { takes: 'nothing' } }, words: 1 };

function given(...args: readonly string[]) {
  const read = readArguments(RULES, args);
  if ('failure' in read) throw new Error(read.failure);
  return read;
}

test('a word and an option with its value', () => {
  const read = given('folder', '--json', 'out.json');
  expect(read.words).toEqual(['folder']);
  expect(findOption(read, 'json')).toBe('out.json');
});

test('a single dash is a value: the screen', () => expect(findOption(given('--json', '-'), 'json')).toBe('-'));
test('a value may hang on its option', () => expect(findOption(given('--json=-'), 'json')).toBe('-'));
test('an option that is not given is null', () => expect(findOption(given('folder'), 'json')).toBeNull());
test('given twice, the last one counts', () => expect(findOption(given('--json=a', '--json=b'), 'json')).toBe('b'));
test('after -- everything is a word', () => expect(given('--', '--json').words).toEqual(['--json']));

test.each([
  [['--jsno', 'x'], 'There is no option --jsno. Did you mean "--json"?'],
  [['-x'], 'There is no option -x.'],
  [['--json'], '--json needs a value after it.'],
  [['--json', '--all'], '--json needs a value after it.'],
  [['--json='], '--json needs a value after it.'],
  [['--all=yes'], '--all takes no value.'],
  [['one', 'two'], '"two" is one word too many.'],
])('%j is refused', (args, failure) => expect(readArguments(RULES, args)).toEqual({ failure }));

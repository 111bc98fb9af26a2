import { expect, test } from 'vitest';
import { withMembers } from '#edits/json-members.ts';

const FILE = `{
  "format": "throughline/1",
  "authority": "Say \\"returns\\": here",
  "returns": ["cin-2026-27", "cin-2025-26"],
  "own": { "returns": [1, 2] },
  "asAt": "2026-11-01"
}
`;

test('one member is set, and every other letter of the file stays', () => {
  const now = withMembers(FILE, { returns: ['cin-2025-26'] });
  expect(now).toBe(FILE.replace('["cin-2026-27", "cin-2025-26"]', '["cin-2025-26"]'));
});

test('a member that is not there yet is added at the end', () => {
  expect(withMembers('{\n  "a": 1\n}\n', { b: ['x', 'y'] })).toBe('{\n  "a": 1,\n  "b": ["x", "y"]\n}\n');
  expect(withMembers('{}\n', { b: [] })).toBe('{\n  "b": []\n}\n');
});

test('a value on several lines stays on several lines, with the line ends of the file', () => {
  const before = '{\r\n  "a": [\r\n    "x"\r\n  ],\r\n  "b": 1\r\n}\r\n';
  expect(withMembers(before, { a: ['y', 'z'] })).toBe(
    '{\r\n  "a": [\r\n    "y",\r\n    "z"\r\n  ],\r\n  "b": 1\r\n}\r\n',
  );
});

test('what is no JSON object is left alone', () => {
  expect(withMembers('{ "a": ', { a: 1 })).toBeNull();
  expect(withMembers('["a"]', { a: 1 })).toBeNull();
});

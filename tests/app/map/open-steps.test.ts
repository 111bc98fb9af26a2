import { expect, test } from 'vitest';
import { readOpen, turnedStep, withFormTurned, withStepTurned, writeOpen } from '#app/map/open-steps.ts';
import { formId, stepTypeId } from '#model/ids.ts';

const CONTACT = stepTypeId('CONTACT');
const REFERRAL = stepTypeId('REFERRAL');
const FORM = formId('CONTACT_FORM');

test('the open steps and their open forms are written into the address and read back', () => {
  const word = 'CONTACT:CONTACT_FORM+PERSON,REFERRAL';
  expect(writeOpen(readOpen(word))).toBe(word);
  expect([...readOpen(word).keys()]).toEqual([CONTACT, REFERRAL]);
});

test('keys with the signs of the address itself come back as they were', () => {
  const open = new Map([[stepTypeId('A,B:C+D %'), new Set([formId('x+y,z')])]]);
  expect(readOpen(writeOpen(open))).toEqual(open);
});

test('nothing open is an empty word, and a broken word opens nothing that is there', () => {
  expect(writeOpen(new Map())).toBe('');
  expect(readOpen('').size).toBe(0);
  expect([...readOpen('%E0%A4%A').keys()]).toEqual(['%E0%A4%A']);
});

test('pressing a step opens it, pressing it again closes it with its forms', () => {
  const open = withFormTurned(withStepTurned(new Map(), CONTACT), CONTACT, FORM);
  expect(writeOpen(open)).toBe('CONTACT:CONTACT_FORM');
  expect(writeOpen(withFormTurned(open, CONTACT, FORM))).toBe('CONTACT');
  expect(writeOpen(withStepTurned(open, CONTACT))).toBe('');
});

test('the step that was turned is found, so that it stays where it is', () => {
  const before = readOpen('CONTACT,REFERRAL');
  expect(turnedStep(before, readOpen('CONTACT,REFERRAL'))).toBeNull();
  expect(turnedStep(before, readOpen('CONTACT'))).toBe(REFERRAL);
  expect(turnedStep(before, readOpen('CONTACT:CONTACT_FORM,REFERRAL'))).toBe(CONTACT);
});

import { describe, expect, test } from 'vitest';
import type { WorkspaceFiles } from '#workspace/files.ts';
import { cleanBut, cleanFiles, cleanPlus, cleanWith, problemsOf, textIn } from './reading.ts';

/** What was done to the clean workspace, the files that makes, and what is said: severity, file, row, column, sentence. */
type Case = readonly [what: string, files: WorkspaceFiles, said: readonly string[]];

test('the clean workspace has no problems', () => {
  expect(problemsOf(cleanFiles())).toEqual([]);
});

describe('a key that points nowhere', () => {
  test.each<Case>([
    [
      'a step form of no step type',
      cleanPlus('workflows/step-forms.csv', 'CONTAKT,VISIT,Y,form'),
      [
        'error workflows/step-forms.csv 5 step_type: The activity names the step type "CONTAKT", which workflows/step-types.csv does not have. Did you mean "CONTACT"?',
      ],
    ],
    [
      'a step form of no form',
      cleanPlus('workflows/step-forms.csv', 'CONTACT,VISITS,Y,form'),
      [
        'error workflows/step-forms.csv 5 form: The activity names the form "VISITS", which workflows/forms.csv does not have. Did you mean "VISIT"?',
      ],
    ],
    [
      'a next action from no step type',
      cleanPlus('workflows/next-actions.csv', 'NEW,New,CONTACTS,VISIT,,,,,'),
      [
        'error workflows/next-actions.csv 7 from: The next action names the step type "CONTACTS", which workflows/step-types.csv does not have. Did you mean "CONTACT"?',
      ],
    ],
    [
      'a next action to no step type',
      cleanBut('workflows/next-actions.csv', 'CONTACT,REFERRAL,one-of', 'CONTACT,REFERAL,one-of'),
      [
        'error workflows/next-actions.csv 2 to: The next action names the step type "REFERAL", which workflows/step-types.csv does not have. Did you mean "REFERRAL"?',
      ],
    ],
    [
      'a rule that requires no next action',
      cleanBut('workflows/next-actions.csv', 'requires:CON_NFA', 'requires:CON_NFAA'),
      [
        'error workflows/next-actions.csv 4 rules: The rule "requires" names the next action "CON_NFAA", which workflows/next-actions.csv does not have. Did you mean "CON_NFA"?',
      ],
    ],
    [
      'a mandatory-if of a question the step does not have',
      cleanBut('workflows/next-actions.csv', 'CON_HARM=Yes', 'CON_HRM=Yes'),
      [
        'error workflows/next-actions.csv 2 rules: The rule "mandatory-if" names the question "CON_HRM", which no form of the step "CONTACT" has. Did you mean "CON_HARM"?',
      ],
    ],
    [
      'a mandatory-if of a question the named form does not have',
      cleanBut('workflows/next-actions.csv', 'REFERRAL/REF_REASON=', 'REFERRAL/REF_RESON='),
      [
        'error workflows/next-actions.csv 5 rules: The rule "mandatory-if" names the question "REFERRAL/REF_RESON", which the form "REFERRAL" does not have in workflows/questions.csv. Did you mean "REF_REASON"?',
      ],
    ],
    [
      'a mandatory-if of a form with no question',
      cleanBut('workflows/next-actions.csv', 'REFERRAL/REF_REASON=', 'REFERAL/REF_REASON='),
      [
        'error workflows/next-actions.csv 5 rules: The rule "mandatory-if" names the question "REFERAL/REF_REASON", and no question of a form "REFERAL" stands in workflows/questions.csv. Did you mean "REFERRAL"?',
      ],
    ],
    [
      'a question of no form',
      cleanPlus('workflows/questions.csv', 'VISITT,VIS_X,1,,X,date,,,,,,,,,,,,,'),
      [
        'error workflows/questions.csv 10 form: The question names the form "VISITT", which workflows/forms.csv does not have. Did you mean "VISIT"?',
      ],
    ],
    [
      'a question of no lookup',
      cleanBut('workflows/questions.csv', ',REASON,', ',REASONS,'),
      [
        'error workflows/questions.csv 6 lookup: The question names the lookup "REASONS", which workflows/lookups.csv does not have. Did you mean "REASON"?',
      ],
    ],
    [
      'a question pulled from nowhere',
      cleanBut('workflows/questions.csv', 'CONTACT.CON_WHY', 'CONTACT.CON_WHYY'),
      [
        'error workflows/questions.csv 7 pulled_from: The question is pulled from "CONTACT.CON_WHYY", which the form "CONTACT" does not have in workflows/questions.csv. Did you mean "CON_WHY"?',
      ],
    ],
    [
      'a question pulled from a word',
      cleanBut('workflows/questions.csv', 'CONTACT.CON_WHY', 'the contact'),
      [
        'error workflows/questions.csv 7 pulled_from: The question is pulled from "the contact", which is neither person:FIELD nor form.question. Write one of the two.',
      ],
    ],
    [
      'a condition on no question',
      cleanBut('workflows/questions.csv', 'CON_HARM = Yes', 'CON_HRAM = Yes'),
      [
        'error workflows/questions.csv 4 shown_if: The condition names the question "CON_HRAM", which the form "CONTACT" does not have in workflows/questions.csv. Did you mean "CON_HARM"?',
      ],
    ],
    [
      'usage of no question',
      cleanPlus('workflows/question-usage.csv', 'CONTACT,CON_WHEN,,,,10,10,,,,,,,,,'),
      [
        'error workflows/question-usage.csv 3 question: The row names the question "CON_WHEN", which the form "CONTACT" does not have in workflows/questions.csv. Did you mean "CON_WHY"?',
      ],
    ],
    [
      'usage at no step type',
      cleanPlus('workflows/question-usage.csv', 'CONTACT,CON_DOB,CONTAC,,,10,10,,,,,,,,,'),
      [
        'error workflows/question-usage.csv 3 step_type: The usage names the step type "CONTAC", which workflows/step-types.csv does not have. Did you mean "CONTACT"?',
      ],
    ],
    [
      'a timing of no question',
      cleanPlus('workflows/timings.csv', ',VISIT,VIS_DAT,1,2,3,,'),
      [
        'error workflows/timings.csv 4 question: The row names the question "VIS_DAT", which the form "VISIT" does not have in workflows/questions.csv. Did you mean "VIS_DATE"?',
      ],
    ],
    [
      'a position of no step type',
      cleanPlus('workflows/positions.csv', 'CONTCT,1,2'),
      [
        'error workflows/positions.csv 3 step_type: The position names the step type "CONTCT", which workflows/step-types.csv does not have. Did you mean "CONTACT"?',
      ],
    ],
    [
      'a source of no fact',
      cleanPlus('mappings/sources.csv', 'referral.dat,question,,REFERRAL,REF_DATE,,,,,,,,'),
      [
        'error mappings/sources.csv 12 fact: The source names the fact "referral.dat", which no facts.csv has. Did you mean "referral.date"?',
      ],
    ],
    [
      'a source of no question',
      cleanPlus('mappings/sources.csv', 'referral.date,question,,REFERRAL,REF_DAET,,,,,,,,'),
      [
        'error mappings/sources.csv 12 question: The source names the question "REF_DAET", which the form "REFERRAL" does not have in workflows/questions.csv. Did you mean "REF_DATE"?',
      ],
    ],
    [
      'a source of no form',
      cleanPlus('mappings/sources.csv', 'referral.date,question,,REFERAL,REF_DATE,,,,,,,,'),
      [
        'error mappings/sources.csv 12 form: The source names the form "REFERAL", which workflows/forms.csv does not have. Did you mean "REFERRAL"?',
      ],
    ],
    [
      'a source of no next action',
      cleanPlus('mappings/sources.csv', 'referral.date,next-action,,,,CON_REFERAL,,,,,,,'),
      [
        'error mappings/sources.csv 12 ref: The source names the next action "CON_REFERAL", which workflows/next-actions.csv does not have. Did you mean "CON_REFERRAL"?',
      ],
    ],
    [
      'a source of a chain with no such step',
      cleanPlus('mappings/sources.csv', 'referral.date,step-path,VISIT,,,REFERRAL; VISITT,,,,,,,'),
      [
        'error mappings/sources.csv 12 ref: The source names the step type "VISITT", which workflows/step-types.csv does not have. Did you mean "VISIT"?',
      ],
    ],
    [
      'a fact worked out from no fact',
      cleanPlus('mappings/sources.csv', 'referral.date,calculated,,,,visit.dat,,,,,,,'),
      [
        'error mappings/sources.csv 12 ref: The source names the fact "visit.dat", which no facts.csv has. Did you mean "visit.date"?',
      ],
    ],
    [
      'an event at no step type',
      cleanPlus('mappings/events.csv', 'child-visited,VIST,completed,'),
      [
        'error mappings/events.csv 4 step_type: The event names the step type "VIST", which workflows/step-types.csv does not have. Did you mean "VISIT"?',
      ],
    ],
    [
      'an event of no next action',
      cleanPlus('mappings/events.csv', 'child-visited,VISIT,completed,VISIT_AGAINN'),
      [
        'error mappings/events.csv 4 next_action: The event names the next action "VISIT_AGAINN", which workflows/next-actions.csv does not have. Did you mean "VISIT_AGAIN"?',
      ],
    ],
    [
      'a code for no lookup',
      cleanPlus('mappings/codes.csv', 'REASN,Other,ReasonType,N2,,,,'),
      [
        'error mappings/codes.csv 8 lookup: The row names the lookup "REASN", which workflows/lookups.csv does not have. Did you mean "REASON"?',
      ],
    ],
    [
      'a code for no question',
      cleanPlus('mappings/codes.csv', 'question:VISIT/VIS_SEN,Yes,SeenType,1,,,,'),
      [
        'error mappings/codes.csv 8 lookup: The row names the question "VISIT/VIS_SEN", which the form "VISIT" does not have in workflows/questions.csv. Did you mean "VIS_SEEN"?',
      ],
    ],
    [
      'a code of no code set',
      cleanPlus('mappings/codes.csv', 'REASON,Other,ReasonTyp,N2,,,,'),
      [
        'error mappings/codes.csv 8 code_set: The code names the code set "ReasonTyp", which no known return has. Did you mean "ReasonType"?',
      ],
    ],
    [
      'a code in no year',
      cleanPlus('mappings/codes.csv', 'REASON,Other,ReasonType,N9,,,,'),
      [
        'error mappings/codes.csv 8 code: The code "N9" stands in no year of the code set "ReasonType", so the row was left out. Write N1 or N2.',
      ],
    ],
    [
      'a target that is the end in capitals',
      cleanPlus('workflows/next-actions.csv', 'CON_END,Stop,CONTACT,END,,,N,,'),
      ['error workflows/next-actions.csv 7 to: The column "to" says "END", which is no step type. Did you mean "end"?'],
    ],
    [
      'a source of a fact that is near to none',
      cleanPlus('mappings/sources.csv', 'zebra.stripes,generated,,,,,,,,suggested,,,'),
      [
        'error mappings/sources.csv 12 fact: The source names the fact "zebra.stripes", which no facts.csv has. Take one of those that mappings/returns/facts.csv lists, or add a fact of your own to mappings/facts.csv.',
      ],
    ],
    [
      'a workspace that names a return near to none',
      cleanBut('workflows/workspace.json', '["visits-2026"]', '["something else"]'),
      [
        'error workflows/workspace.json 0 returns: "returns" names the return "something else", which mappings/returns does not have. Write visits-2026.',
      ],
    ],
    [
      'a workspace that names no known return',
      cleanBut('workflows/workspace.json', '["visits-2026"]', '["visits-2062"]'),
      [
        'error workflows/workspace.json 0 returns: "returns" names the return "visits-2062", which mappings/returns does not have. Did you mean "visits-2026"?',
      ],
    ],
    [
      'an item of no fact',
      cleanBut('mappings/returns/visits-2026/items.csv', 'visit.date', 'visit.dat'),
      [
        'error mappings/returns/visits-2026/items.csv 2 fact: The item names the fact "visit.dat", which no facts.csv has. Did you mean "visit.date"?',
      ],
    ],
    [
      'an item of no event',
      cleanBut('mappings/returns/visits-2026/items.csv', 'referral-accepted', 'referral-acepted'),
      [
        'error mappings/returns/visits-2026/items.csv 4 event: The item names the event "referral-acepted", which mappings/returns/visits-2026/events.csv does not have. Did you mean "referral-accepted"?',
      ],
    ],
    [
      'an item of no code set',
      cleanBut('mappings/returns/visits-2026/items.csv', 'code,SeenType', 'code,SeenTypes'),
      [
        'error mappings/returns/visits-2026/items.csv 3 code_set: The item names the code set "SeenTypes", which mappings/returns/visits-2026/codes.csv does not have. Did you mean "SeenType"?',
      ],
    ],
    [
      'a rule about no item',
      cleanBut('mappings/returns/visits-2026/rules.csv', 'Visit/Seen', 'Visit/Sean'),
      [
        'error mappings/returns/visits-2026/rules.csv 2 items: The rule names the item "Visit/Sean", which items.csv of the return does not have. Did you mean "Visit/Seen"?',
      ],
    ],
  ])('%s', (_, files, said) => {
    expect(problemsOf(files)).toEqual(said);
  });
});

describe('a doubled key', () => {
  test.each<Case>([
    [
      'a step type',
      cleanPlus('workflows/step-types.csv', 'VISIT,Another visit,,,,,,,,,,,,,'),
      [
        'error workflows/step-types.csv 5 step_type: The step type "VISIT" stands already in row 4, so this row was left out. Delete one of the two, or give it a key of its own.',
      ],
    ],
    [
      'a question of one form',
      cleanPlus('workflows/questions.csv', 'VISIT,VIS_DATE,9,,Again,date,,,,,,,,,,,,,'),
      [
        'error workflows/questions.csv 10 question: The question "VISIT / VIS_DATE" stands already in row 8, so this row was left out. Delete one of the two, or give it a key of its own.',
      ],
    ],
    [
      'an answer of one lookup',
      cleanPlus('workflows/lookups.csv', 'REASON,3,Other,'),
      [
        'error workflows/lookups.csv 4 answer: The answer "REASON / Other" stands already in row 3, so this row was left out. Delete one of the two, or give it a key of its own.',
      ],
    ],
    [
      'a fact',
      cleanPlus('mappings/facts.csv', 'visit.date,Again,child,visit,event,,'),
      [
        'error mappings/facts.csv 8 fact: The fact "visit.date" stands already in row 3, so this row was left out. Delete one of the two, or give it a key of its own.',
      ],
    ],
    [
      'a source',
      cleanPlus('mappings/sources.csv', 'referral.date,question,,REFERRAL,REF_DATE,,,,,,,,'),
      [
        'error mappings/sources.csv 12 ref: The source "referral.date / question / REFERRAL / REF_DATE" stands already in row 6, so this row was left out. Delete one of the two, or give it a key of its own.',
      ],
    ],
    [
      'an item',
      cleanPlus('mappings/returns/visits-2026/items.csv', 'Visit/Date,Date,,,,,date,,1,1,child-visited,,,,,'),
      [
        'error mappings/returns/visits-2026/items.csv 6 item: The item "Visit/Date" stands already in row 2, so this row was left out. Delete one of the two, or give it a key of its own.',
      ],
    ],
  ])('%s', (_, files, said) => {
    expect(problemsOf(files)).toEqual(said);
  });
});

describe('a wrong word in a closed list', () => {
  test.each<Case>([
    [
      'a question type',
      cleanBut('workflows/questions.csv', 'VIS_DATE,1,,Date of the visit,date', 'VIS_DATE,1,,Date of the visit,datum'),
      [
        'error workflows/questions.csv 8 type: The column "type" says "datum", which is not one of its words. Write short-text, long-text, rich-text, number, date, date-time, yes-no, choice, multi-choice, person, address, file or sign-off.',
      ],
    ],
    [
      'a question type spelt otherwise',
      cleanBut('workflows/questions.csv', 'Say why,long-text', 'Say why,longtext'),
      [
        'error workflows/questions.csv 4 type: The column "type" says "longtext", which is not one of its words. Did you mean "long-text"?',
      ],
    ],
    [
      'a flag',
      cleanBut('workflows/questions.csv', 'Say why,long-text,N', 'Say why,long-text,no'),
      [
        'error workflows/questions.csv 4 mandatory: The column "mandatory" says "no", which is neither Y nor N. Write Y or N.',
      ],
    ],
    [
      'a purpose',
      cleanBut('workflows/questions.csv', 'return; statutory', 'return; statutry'),
      [
        'error workflows/questions.csv 2 purposes: The column "purposes" says "statutry", which is not one of its words. Did you mean "statutory"?',
      ],
    ],
    [
      'a scope that opens',
      cleanBut('workflows/step-types.csv', 'Y,N,referral,group', 'Y,N,referal,group'),
      [
        'error workflows/step-types.csv 2 opens: The column "opens" says "referal", which is not one of its words. Did you mean "referral"?',
      ],
    ],
    [
      'a clock unit',
      cleanBut('workflows/step-types.csv', '28,days', '28,weeks'),
      [
        'error workflows/step-types.csv 4 clock_unit: The column "clock_unit" says "weeks", which is not one of its words. Write working days, days or months.',
      ],
    ],
    [
      'a rule',
      cleanBut('workflows/next-actions.csv', 'one-of:OUTCOME,,Y', 'oneof:OUTCOME,,Y'),
      [
        'error workflows/next-actions.csv 3 rules: The rule "oneof:OUTCOME" is not known. Write always, immediate, one-of:GROUP, requires:KEY or mandatory-if:FORM/QUESTION=ANSWER.',
      ],
    ],
    [
      'an activity kind',
      cleanBut('workflows/step-forms.csv', 'VISIT,VISIT,Y,form', 'VISIT,VISIT,Y,froms'),
      [
        'error workflows/step-forms.csv 4 kind: The column "kind" says "froms", which is not one of its words. Write form, letter or schedule.',
      ],
    ],
    [
      'a scope of a fact',
      cleanBut('mappings/facts.csv', 'child,visit,event,the', 'child,visits,event,the'),
      [
        'error mappings/facts.csv 2 scope: The column "scope" says "visits", which is not one of its words. Did you mean "visit"?',
        'error mappings/returns/visits-2026/items.csv 3 fact: The item names the fact "child.seen", whose own row was left out. Put row 2 of mappings/facts.csv right first.',
        'error mappings/sources.csv 4 fact: The source names the fact "child.seen", whose own row was left out. Put row 2 of mappings/facts.csv right first.',
        'error mappings/sources.csv 11 fact: The source names the fact "child.seen", whose own row was left out. Put row 2 of mappings/facts.csv right first.',
      ],
    ],
    [
      'a kind of source',
      cleanPlus('mappings/sources.csv', 'referral.date,questions,,REFERRAL,REF_DATE,,,,,,,,'),
      [
        'error mappings/sources.csv 12 kind: The column "kind" says "questions", which is not one of its words. Did you mean "question"?',
      ],
    ],
    [
      'a use',
      cleanBut('mappings/sources.csv', ',feeds,', ',feed,'),
      [
        'error mappings/sources.csv 2 use: The column "use" says "feed", which is not one of its words. Did you mean "feeds"?',
      ],
    ],
    [
      'a status',
      cleanBut('mappings/sources.csv', 'suggested', 'guessed'),
      [
        'error mappings/sources.csv 3 status: The column "status" says "guessed", which is not one of its words. Write suggested, confirmed, flagged or ignored.',
      ],
    ],
    [
      'a step date',
      cleanBut('mappings/sources.csv', ',completed,records', ',finished,records'),
      [
        'error mappings/sources.csv 3 ref: The column "ref" says "finished", which is not one of its words. Write incoming, started or completed.',
      ],
    ],
    [
      'a moment',
      cleanBut('mappings/events.csv', 'VISIT,completed', 'VISIT,complete'),
      [
        'error mappings/events.csv 2 moment: The column "moment" says "complete", which is not one of its words. Did you mean "completed"?',
      ],
    ],
    [
      'a decision',
      cleanBut('mappings/reviews.csv', ',keep,', ',kept,'),
      [
        'error mappings/reviews.csv 2 decision: The column "decision" says "kept", which is not one of its words. Write keep, keep-and-explain, pull-forward, merge, show-when-needed, reword, move, stop-collecting, not-a-duplicate or accept-gap.',
      ],
    ],
    [
      'a format',
      cleanBut('mappings/returns/visits-2026/items.csv', 'V001,date,', 'V001,dates,'),
      [
        'error mappings/returns/visits-2026/items.csv 2 format: The format "dates" is not known, so the item was read as text. Did you mean "date"?',
      ],
    ],
  ])('%s', (_, files, said) => {
    expect(problemsOf(files)).toEqual(said);
  });
});

describe('what is missing', () => {
  test.each<Case>([
    [
      'the whole workspace',
      cleanWith({
        'workflows/workspace.json': null,
        'workflows/step-types.csv': null,
        'workflows/next-actions.csv': null,
        'workflows/step-forms.csv': null,
        'workflows/forms.csv': null,
        'workflows/questions.csv': null,
        'workflows/lookups.csv': null,
        'mappings/sources.csv': null,
        'mappings/events.csv': null,
        'mappings/codes.csv': null,
        'mappings/facts.csv': null,
        'mappings/reviews.csv': null,
        'workflows/question-usage.csv': null,
        'workflows/timings.csv': null,
        'workflows/positions.csv': null,
        'mappings/returns/visits-2026/return.json': null,
        'mappings/returns/visits-2026/items.csv': null,
        'mappings/returns/visits-2026/codes.csv': null,
        'mappings/returns/visits-2026/rules.csv': null,
        'mappings/returns/visits-2026/events.csv': null,
      }),
      [
        'error workflows/workspace.json 0 : The file is missing, so nobody can say whose workspace this is or which return is audited. Add it: {"format": "throughline/1", "authority": "…", "title": "…", "returns": ["…"]}.',
        'error workflows/step-types.csv 0 : The file is missing, so there is no workflow to show or to audit. Add it, if only with its header row.',
        'warning workflows/forms.csv 0 : The file is missing, so no form and no question can be shown. Add it, if only with its header row.',
        'warning workflows/lookups.csv 0 : The file is missing, so no question of type choice has answers. Add it, if only with its header row.',
        'warning workflows/questions.csv 0 : The file is missing, so nothing is known of what the forms ask. Add it, if only with its header row.',
        'warning workflows/step-forms.csv 0 : The file is missing, so no form stands on any step. Add it, if only with its header row.',
        'warning workflows/next-actions.csv 0 : The file is missing, so no step leads to another. Add it, if only with its header row.',
        'warning mappings/sources.csv 0 : The file is missing, so nothing is known of where facts are recorded. Add it, if only with its header row.',
        'warning mappings/events.csv 0 : The file is missing, so no item of a return is ever due. Add it, if only with its header row.',
      ],
    ],
    [
      'a required column',
      cleanBut('workflows/lookups.csv', 'lookup,order', 'order,order2'),
      [
        'error workflows/lookups.csv 1 lookup: The column "lookup" is missing, so no row of this file could be read. Add it to the first row.',
        'error workflows/questions.csv 6 lookup: The question names the lookup "REASON", and there is no lookup that could be read.',
        'error mappings/codes.csv 2 lookup: The row names the lookup "REASON", which workflows/lookups.csv does not have.',
        'error mappings/codes.csv 3 lookup: The row names the lookup "REASON", which workflows/lookups.csv does not have.',
      ],
    ],
    [
      'a required column that is spelt otherwise',
      cleanBut('workflows/lookups.csv', 'lookup,order', 'Look up,order'),
      [
        'error workflows/lookups.csv 1 lookup: The column "lookup" is missing, so no row of this file could be read. Is it the one called "Look up"? Then rename that.',
        'error workflows/questions.csv 6 lookup: The question names the lookup "REASON", and there is no lookup that could be read.',
        'error mappings/codes.csv 2 lookup: The row names the lookup "REASON", which workflows/lookups.csv does not have.',
        'error mappings/codes.csv 3 lookup: The row names the lookup "REASON", which workflows/lookups.csv does not have.',
      ],
    ],
    [
      'a key',
      cleanBut('workflows/forms.csv', 'VISIT,Record', '  ,Record'),
      [
        'error workflows/forms.csv 4 form: The row has no form, so it was left out. Write one, or delete the row.',
        'error workflows/questions.csv 8 form: The question names the form "VISIT", which workflows/forms.csv does not have.',
        'error workflows/questions.csv 9 form: The question names the form "VISIT", which workflows/forms.csv does not have.',
        'error workflows/step-forms.csv 4 form: The activity names the form "VISIT", which workflows/forms.csv does not have.',
        'error mappings/sources.csv 2 form: The source names the form "VISIT", which workflows/forms.csv does not have.',
        'error mappings/sources.csv 4 form: The source names the form "VISIT", which workflows/forms.csv does not have.',
        'error mappings/codes.csv 4 lookup: The row names the question "VISIT/VIS_SEEN", whose own row was left out. Put row 9 of workflows/questions.csv right first.',
        'error mappings/codes.csv 5 lookup: The row names the question "VISIT/VIS_SEEN", whose own row was left out. Put row 9 of workflows/questions.csv right first.',
      ],
    ],
    [
      'a type',
      cleanBut('workflows/questions.csv', 'VIS_DATE,1,,Date of the visit,date', 'VIS_DATE,1,,Date of the visit,'),
      ['warning workflows/questions.csv 8 type: The question has no type and was read as short-text. Write its type.'],
    ],
    [
      'a lookup of a choice',
      cleanBut('workflows/questions.csv', ',REASON,', ',,'),
      [
        "warning workflows/questions.csv 6 lookup: The question is of type choice and names no lookup, so its answers are not known. Write the lookup's key.",
      ],
    ],
    [
      'a scope',
      cleanBut('mappings/facts.csv', 'child,visit,event,the', 'child,,event,the'),
      [
        'error mappings/facts.csv 2 scope: The fact has no scope, so its row was left out. Write child, referral, assessment, section-47, initial-conference, cin-plan, cin-review, protection-plan, review, core-group, visit, pre-proceedings or step.',
        'error mappings/returns/visits-2026/items.csv 3 fact: The item names the fact "child.seen", whose own row was left out. Put row 2 of mappings/facts.csv right first.',
        'error mappings/sources.csv 4 fact: The source names the fact "child.seen", whose own row was left out. Put row 2 of mappings/facts.csv right first.',
        'error mappings/sources.csv 11 fact: The source names the fact "child.seen", whose own row was left out. Put row 2 of mappings/facts.csv right first.',
      ],
    ],
    [
      'an event of an item',
      cleanBut('mappings/returns/visits-2026/items.csv', 'child-visited,,child.seen', ',,child.seen'),
      [
        'warning mappings/returns/visits-2026/items.csv 3 event: The item has no event, so it is never due. Name one of the events of the return.',
      ],
    ],
    [
      'what a kind of source needs',
      cleanPlus(
        'mappings/sources.csv',
        'referral.date,question,,,,,,,,,,,',
        'referral.date,step-date,,,,,,,,,,,',
        'referral.date,next-action,,,,,,,,,,,',
        'referral.date,calculated,,,,,,,,,,,',
        'referral.date,person-field,,,,,,,,,,,',
      ),
      [
        'error mappings/sources.csv 12 form: A source of kind question needs a form in the column "form", so the row was left out. Write it there.',
        `error mappings/sources.csv 12 question: A source of kind question needs a question's code in the column "question", so the row was left out. Write it there.`,
        'error mappings/sources.csv 13 step_type: A source of kind step-date needs a step type in the column "step_type", so the row was left out. Write it there.',
        'error mappings/sources.csv 13 ref: A source of kind step-date needs incoming, started or completed in the column "ref", so the row was left out. Write it there.',
        'error mappings/sources.csv 14 ref: A source of kind next-action needs a next action in the column "ref", so the row was left out. Write it there.',
        'error mappings/sources.csv 15 ref: A source of kind calculated needs the facts in the column "ref", so the row was left out. Write it there.',
        'warning mappings/sources.csv 16 ref: A source of kind person-field does not say which field. Write its name in the column "ref".',
      ],
    ],
    [
      'the return.json of a return',
      cleanWith({
        'mappings/returns/visits-2026/return.json': null,
        'workflows/workspace.json': '{"format": "throughline/1"}',
      }),
      [
        'error mappings/returns/visits-2026/return.json 0 : The file is missing, so nobody can say which return this is and none of it was read. Add it: {"id": "…", "name": "…", "year": "…", "period": {"from": "…", "to": "…"}, "family": "…"}.',
        'warning mappings/events.csv 2 event: The row names the event "child-visited", which no known return has, so nothing is due there.',
        'warning mappings/events.csv 3 event: The row names the event "referral-accepted", which no known return has, so nothing is due there.',
        'error mappings/codes.csv 2 code_set: The code names the code set "ReasonType", and there is no code set that could be read.',
        'error mappings/codes.csv 3 code_set: The code names the code set "ReasonType", and there is no code set that could be read.',
        'error mappings/codes.csv 4 code_set: The code names the code set "SeenType", and there is no code set that could be read.',
        'error mappings/codes.csv 5 code_set: The code names the code set "SeenType", and there is no code set that could be read.',
        'error mappings/codes.csv 6 code_set: The code names the code set "ReasonType", and there is no code set that could be read.',
        'error mappings/codes.csv 7 code_set: The code names the code set "ReasonType", and there is no code set that could be read.',
      ],
    ],
    [
      'a file that is called otherwise',
      cleanWith({ 'workflows/timings.csv': null, 'workflows/timing.csv': 'type,low,usual,high\n' }),
      [
        'warning workflows/timings.csv 0 : The file is missing. Is it the one called "workflows/timing.csv"? Then rename that.',
      ],
    ],
  ])('%s', (_, files, said) => {
    expect(problemsOf(files)).toEqual(said);
  });
});

describe('what is odd and stops nothing', () => {
  test.each<Case>([
    [
      'an unknown role',
      cleanBut('workflows/step-types.csv', 'cin-visit,N', 'cin-vist,N'),
      [
        'warning workflows/step-types.csv 4 roles: The role "cin-vist" is not one the product knows; it is kept and shown, and nothing is worked out from it. Did you mean "cin-visit"?',
      ],
    ],
    [
      'an unknown column with a near name',
      cleanBut('workflows/forms.csv', 'version', 'verson'),
      [
        'warning workflows/forms.csv 1 verson: The column "verson" is not known and is kept as it is. Did you mean "version"?',
      ],
    ],
    [
      'a half-filled clock',
      cleanBut('workflows/step-types.csv', '28,days,cin-visit,local', '28,,,'),
      [
        'warning workflows/step-types.csv 4 clock_unit: The clock is half filled, without clock_unit, clock_from or clock_basis: the step was read as having no clock. Fill all four columns or none.',
      ],
    ],
    [
      'an answer in a condition that the lookup does not hold',
      cleanBut('workflows/questions.csv', '| Other and', '| Others and'),
      [
        'warning workflows/questions.csv 7 shown_if: The answer "Others" is asked of the question "REF_REASON", whose lookup "REASON" does not hold it. Did you mean "Other"?',
      ],
    ],
    [
      'an answer in a rule that is neither Yes nor No',
      cleanBut('workflows/next-actions.csv', 'CON_HARM=Yes', 'CON_HARM=True'),
      [
        'warning workflows/next-actions.csv 2 rules: The answer "True" is asked of the question "CON_HARM", which is answered Yes or No. Write "Yes" or "No".',
      ],
    ],
    [
      'a source at a step without the form',
      cleanBut('mappings/sources.csv', 'question,,VISIT,VIS_DATE', 'question,CONTACT,VISIT,VIS_DATE'),
      [
        'warning mappings/sources.csv 2 form: The source names the step "CONTACT" and the form "VISIT", which does not stand on it. Add the form to the step in workflows/step-forms.csv, or leave step_type empty.',
      ],
    ],
    [
      'a source at a step without the next action',
      cleanBut('mappings/sources.csv', 'next-action,,,', 'next-action,VISIT,,'),
      [
        'warning mappings/sources.csv 7 ref: The source names the step "VISIT" and the next action "CON_REFERRAL", which belongs to the step "CONTACT". Name the same step, or leave step_type empty.',
      ],
    ],
    [
      'a rule that requires a next action of another step',
      cleanBut('workflows/next-actions.csv', 'requires:CON_NFA', 'requires:REF_VISIT'),
      [
        'warning workflows/next-actions.csv 4 rules: The rule "requires" names the next action "REF_VISIT", which belongs to the step "REFERRAL" and not to "CONTACT". Name one of the same step.',
      ],
    ],
    [
      'a rule on a form that stands elsewhere',
      cleanBut('workflows/next-actions.csv', 'mandatory-if:CON_HARM=Yes', 'mandatory-if:VISIT/VIS_SEEN=Yes'),
      [
        'warning workflows/next-actions.csv 2 rules: The rule "mandatory-if" names the form "VISIT", which does not stand on the step "CONTACT". Add it to workflows/step-forms.csv, or name a form of the step.',
      ],
    ],
    [
      'an event of no known return',
      cleanBut('mappings/events.csv', 'child-visited', 'child-visitted'),
      [
        'warning mappings/events.csv 2 event: The row names the event "child-visitted", which no known return has, so nothing is due there. Did you mean "child-visited"?',
      ],
    ],
    [
      'an event with a next action of another step',
      cleanBut('mappings/events.csv', 'completed,CON_REFERRAL', 'completed,REF_VISIT'),
      [
        'warning mappings/events.csv 3 next_action: The row names the step "CONTACT" and the next action "REF_VISIT", which belongs to the step "REFERRAL". The event never happens there. Name a next action of the same step.',
      ],
    ],
    [
      'codes for a place that no source names',
      cleanPlus('mappings/codes.csv', 'person-field:GENDER,Male,ReasonType,N1,,,,'),
      [
        'warning mappings/codes.csv 8 lookup: The row gives codes for "person-field:GENDER", and no source of that kind and ref stands in mappings/sources.csv, so they serve nothing yet.',
      ],
    ],
    [
      'a code for an answer that the lookup does not hold',
      cleanPlus('mappings/codes.csv', 'REASON,Othr,ReasonType,N2,,,,'),
      [
        'warning mappings/codes.csv 8 answer: The answer "Othr" is not one of the answers of the lookup "REASON". Did you mean "Other"?',
      ],
    ],
    [
      'a date of no calendar',
      cleanBut('mappings/sources.csv', '2026-10-02', '30/02/2026'),
      [
        'warning mappings/sources.csv 2 on: The column "on" says "30/02/2026", which is not a date of the calendar, so it was read as not said. Write it as 2026-03-31 or 31/03/2026.',
      ],
    ],
    [
      'an order that is no number',
      cleanBut('workflows/questions.csv', 'CON_WHY,3', 'CON_WHY,third'),
      [
        'warning workflows/questions.csv 4 order: The column "order" says "third", which is not a number, so it was read as not said. Write a number, or leave the cell empty.',
      ],
    ],
    [
      'a negative count',
      cleanBut('workflows/question-usage.csv', ',1200,', ',-1200,'),
      [
        'warning workflows/question-usage.csv 2 shown: The column "shown" says "-1200", which is not a whole number from 0 upwards or "<6", so it was read as not said. Write a whole number from 0 upwards or "<6", or leave the cell empty.',
      ],
    ],
    [
      'a suppressed count that is none',
      cleanBut('workflows/lookups.csv', '<6', '<5'),
      [
        'warning workflows/lookups.csv 3 times_chosen: The column "times_chosen" says "<5", which is not a whole number from 0 upwards or "<6", so it was read as not said. Write a whole number from 0 upwards or "<6", or leave the cell empty.',
      ],
    ],
    [
      'a share above one',
      cleanBut('workflows/question-usage.csv', '0.02', '2'),
      [
        'warning workflows/question-usage.csv 2 top_share: The column "top_share" says "2", which is not a share from 0 to 1, so it was read as not said. Write a share from 0 to 1, or leave the cell empty.',
      ],
    ],
    [
      'a period that ends before it begins',
      cleanBut('workflows/question-usage.csv', '2025-10-01,2026-09-30', '2026-09-30,2025-10-01'),
      [
        'warning workflows/question-usage.csv 2 to: The period ends on 2025-10-01, before it begins on 2026-09-30. Put the two dates the right way round.',
      ],
    ],
    [
      'more answered than shown',
      cleanBut('workflows/question-usage.csv', '1200,380', '380,1200'),
      [
        'warning workflows/question-usage.csv 2 answered: The question was answered 1200 times and shown 380 times. Look at where the counts come from.',
      ],
    ],
    [
      '"none" beside other readers',
      cleanBut('workflows/questions.csv', 'social worker; IRO', 'social worker; none'),
      [
        'warning workflows/questions.csv 2 readers: The column "readers" says "none" beside other words; "none" was left out. Write either.',
      ],
    ],
    [
      'a return whose folder is called otherwise',
      cleanBut('mappings/returns/visits-2026/return.json', '"id": "visits-2026"', '"id": "visits"'),
      [
        'error workflows/workspace.json 0 returns: "returns" names the return "visits-2026", which mappings/returns does not have. Write visits.',
        'warning mappings/returns/visits-2026/return.json 0 id: "id" says "visits" and the folder is called "visits-2026". Call both the same.',
      ],
    ],
    [
      'a source that feeds a fact of no item',
      cleanBut(
        'mappings/sources.csv',
        'visit.days-since,calculated,,,,visit.date,,',
        'visit.days-since,calculated,,,,visit.date,feeds,',
      ),
      [
        'warning mappings/sources.csv 5 use: The source feeds the fact "visit.days-since", which no item of a known return asks for or is worked out from. Write records, or map the item to the fact.',
      ],
    ],
    [
      'a source that feeds from outside',
      cleanPlus('mappings/sources.csv', 'visit.date,outside,,,,a spreadsheet,feeds,,,,,,'),
      [
        'warning mappings/sources.csv 12 use: The source feeds the fact "visit.date" from outside Mosaic, where nothing is held as data. Write records or supports.',
      ],
    ],
    [
      'a calculated source whose input nobody says the return reads',
      cleanPlus('mappings/sources.csv', 'child.seen,calculated,,,,visit.path,feeds,,,,,,'),
      [
        'warning mappings/sources.csv 12 ref: The fact "child.seen" is worked out from "visit.path", whose rows leave "use" empty: that means records, as no item asks for it, so the return never knows it. Write feeds there.',
      ],
    ],
  ])('%s', (_, files, said) => {
    expect(problemsOf(files)).toEqual(said);
  });
});

describe('grammars', () => {
  test.each<Case>([
    [
      'a condition that cannot be read',
      cleanBut('workflows/questions.csv', 'CON_HARM = Yes', 'if harm'),
      [
        'error workflows/questions.csv 4 shown_if: The condition "if harm" cannot be read. Write CODE = answer, CODE = a | b, or CODE answered; put quotes round an answer that holds " and ".',
      ],
    ],
    [
      'a condition with quotes out of order',
      cleanBut('workflows/questions.csv', 'CON_HARM = Yes', 'CON_HARM = Y"""es"""'),
      [
        'error workflows/questions.csv 4 shown_if: The condition "CON_HARM = Y"""es"""" has quotes that are not in order. Quote whole answers, and double quotes inside.',
      ],
    ],
    [
      'a mandatory-if without an answer',
      cleanBut('workflows/next-actions.csv', 'CON_HARM=Yes', 'CON_HARM'),
      [
        'error workflows/next-actions.csv 2 rules: The rule "mandatory-if:CON_HARM" cannot be read. Write mandatory-if:FORM/QUESTION=ANSWER, with quotes round an answer that holds "=".',
      ],
    ],
    [
      'a mandatory-if that two forms could mean',
      cleanWith({
        'workflows/step-forms.csv': 'step_type,form\nCONTACT,CONTACT\nCONTACT,VISIT\nREFERRAL,REFERRAL\nVISIT,VISIT\n',
        'workflows/questions.csv': textIn(
          cleanPlus('workflows/questions.csv', 'VISIT,CON_HARM,1,,X,yes-no,,,,,,,,,,,,,'),
          'workflows/questions.csv',
        ),
      }),
      [
        'error workflows/next-actions.csv 2 rules: The rule "mandatory-if" names the question "CON_HARM", which the forms CONTACT, VISIT of the step all have. Write CONTACT/CON_HARM or VISIT/CON_HARM.',
      ],
    ],
    [
      'a pattern that is no expression',
      cleanBut('mappings/returns/visits-2026/items.csv', 'pattern:^[0-9]{4}$', 'pattern:^[0-9{4}$'),
      [
        'error mappings/returns/visits-2026/items.csv 5 format: The pattern "^[0-9{4}$" is not a regular expression, so the item was read as text. Put the pattern right.',
      ],
    ],
    [
      'facts calculated in a circle',
      cleanPlus(
        'mappings/sources.csv',
        'visit.date,calculated,,,,referral.date,,,,,,,',
        'referral.date,calculated,,,,child.seen; visit.days-since,,,,,,,',
      ),
      [
        'error mappings/sources.csv 5 ref: The fact is calculated in a circle: "visit.days-since" from "visit.date" from "referral.date" from "visit.days-since". The row was left out. Take one of these facts out of the column "ref".',
        'error mappings/sources.csv 12 ref: The fact is calculated in a circle: "visit.date" from "referral.date" from "visit.days-since" from "visit.date". The row was left out. Take one of these facts out of the column "ref".',
        'error mappings/sources.csv 13 ref: The fact is calculated in a circle: "referral.date" from "visit.days-since" from "visit.date" from "referral.date". The row was left out. Take one of these facts out of the column "ref".',
      ],
    ],
  ])('%s', (_, files, said) => {
    expect(problemsOf(files)).toEqual(said);
  });
});

describe('the file itself', () => {
  test.each<Case>([
    [
      'Windows-1252',
      cleanWith({
        'workflows/forms.csv': new Uint8Array(
          Buffer.from(
            textIn(cleanFiles(), 'workflows/forms.csv').replace('Contact record', 'Contact r\u00e9cord'),
            'latin1',
          ),
        ),
      }),
      [
        'warning workflows/forms.csv 0 : The file is not in UTF-8. It was read as Windows-1252 and will be written as UTF-8. Look at letters with accents and at pound signs; in the spreadsheet, save as "CSV UTF-8".',
      ],
    ],
    [
      'UTF-16',
      cleanWith({
        'workflows/forms.csv': new Uint8Array(
          Buffer.from(`\uFEFF${textIn(cleanFiles(), 'workflows/forms.csv')}`, 'utf16le'),
        ),
      }),
      ['warning workflows/forms.csv 0 : The file is in UTF-16. It was read as that and will be written as UTF-8.'],
    ],
    [
      'semicolons',
      cleanWith({ 'workflows/forms.csv': textIn(cleanFiles(), 'workflows/forms.csv').replaceAll(',', ';') }),
      [
        'warning workflows/forms.csv 0 : The cells are separated by semicolons. They were read as that and will be written with commas.',
      ],
    ],
    [
      'tabs',
      cleanWith({ 'workflows/forms.csv': textIn(cleanFiles(), 'workflows/forms.csv').replaceAll(',', '\t') }),
      [
        'warning workflows/forms.csv 0 : The cells are separated by tabs. They were read as that and will be written with commas.',
      ],
    ],
    [
      'a header with one name twice',
      cleanBut('workflows/forms.csv', 'title,version', 'title,title'),
      [
        'error workflows/forms.csv 1 title: The header names the column "title" twice; only the first of them is read. Rename or delete the other.',
      ],
    ],
    [
      'a quote that never closes',
      cleanPlus('workflows/positions.csv', 'REFERRAL,"1,2', 'VISIT,3,4'),
      [
        'error workflows/positions.csv 3 : A quote opens a cell in this row and never closes, so the row was left out and reading went on with the next line. Close the quote, or double it where it belongs to the text.',
      ],
    ],
    [
      'a quote inside quotes',
      cleanPlus('workflows/positions.csv', 'REFERRAL,"1"0",2'),
      [
        'warning workflows/positions.csv 3 : A quoted cell in this row holds a quote that is not doubled; it was read as part of the text. Write "" for a quote inside quotes.',
        'error workflows/positions.csv 3 x: The column "x" says "1"0", which is not a number, so the row was left out. Write a number.',
      ],
    ],
    [
      'a row with too few cells',
      cleanPlus('workflows/positions.csv', 'REFERRAL,1'),
      [
        'warning workflows/positions.csv 3 : The row has 2 cells where the header has 3; the missing ones were read as empty.',
        'error workflows/positions.csv 3 y: The row has no y, so the row was left out. Write a number.',
      ],
    ],
    [
      'a row with too many cells',
      cleanBut('workflows/forms.csv', 'Record of a visit', 'Record of a visit, or two'),
      [
        'warning workflows/forms.csv 4 : The row has 5 cells where the header has 4; those at the end are empty. Put quotes round a cell that holds a comma.',
      ],
    ],
    [
      'empty cells too many are nothing',
      cleanPlus('workflows/positions.csv', 'REFERRAL,1,2,,,'),
      [
        'warning workflows/positions.csv 3 : The row has 6 cells where the header has 3; those at the end are empty. Put quotes round a cell that holds a comma.',
      ],
    ],
    [
      'an empty file',
      cleanWith({ 'workflows/positions.csv': '' }),
      [
        'error workflows/positions.csv 0 : The file is empty. Its first row must name the columns, at least "step_type", "x", "y".',
      ],
    ],
    [
      'a blank file',
      cleanWith({ 'workflows/timings.csv': ' \n\n' }),
      [
        'error workflows/timings.csv 0 : The file is empty. Its first row must name the columns, at least "low", "usual", "high".',
      ],
    ],
    ['a file with a header only', cleanWith({ 'workflows/positions.csv': 'step_type,x,y\n' }), []],
    [
      'null characters',
      cleanPlus('workflows/positions.csv', 'REFERRAL,\0,1'),
      [
        'error workflows/positions.csv 3 : The row holds null characters, which no text has, so it was left out. Save the file again as CSV.',
      ],
    ],
    [
      'a picture called .csv',
      cleanWith({
        'workflows/positions.csv': Uint8Array.from([
          0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d,
        ]),
      }),
      [
        'warning workflows/positions.csv 0 : The file is not in UTF-8. It was read as Windows-1252 and will be written as UTF-8. Look at letters with accents and at pound signs; in the spreadsheet, save as "CSV UTF-8".',
        'error workflows/positions.csv 1 step_type: The column "step_type" is missing, so no row of this file could be read. Add it to the first row.',
        'error workflows/positions.csv 1 x: The column "x" is missing, so no row of this file could be read. Add it to the first row.',
        'error workflows/positions.csv 1 y: The column "y" is missing, so no row of this file could be read. Add it to the first row.',
        'error workflows/positions.csv 3 : The row holds null characters, which no text has, so it was left out. Save the file again as CSV.',
      ],
    ],
    [
      'a folder where a file should be',
      cleanWith({
        'workflows/questions.csv': null,
        'workflows/questions.csv/old.csv': '',
        'workflows/next-actions.csv': 'next_action,from,to\n',
        'workflows/question-usage.csv': null,
        'workflows/timings.csv': null,
        'mappings/sources.csv': 'fact,kind\n',
        'mappings/codes.csv': null,
        'mappings/events.csv': 'event,step_type,moment\n',
      }),
      [
        'error workflows/questions.csv 0 : There is a folder of this name where a file should be. Move it away and put the file there.',
      ],
    ],
    [
      'JSON that does not parse',
      cleanWith({
        'workflows/workspace.json': '{\n  "format": "throughline/1",\n  "authority": "Smallshire"\n  "title": ""\n}',
      }),
      [
        'error workflows/workspace.json 4 : The file cannot be read as JSON: it goes wrong on line 4. Look there for a missing comma, quote or bracket.',
      ],
    ],
    [
      'JSON that is a list',
      cleanWith({ 'workflows/workspace.json': '["throughline/1"]' }),
      ['error workflows/workspace.json 0 : The file is JSON but not an object. Write its members between { and }.'],
    ],
    [
      'JSON with members of the wrong type',
      cleanWith({
        'workflows/workspace.json':
          '{"format": "throughline/1", "authority": 7, "returns": "visits-2026", "asat": "2026-11-01"}',
      }),
      [
        'warning workflows/workspace.json 0 asat: "asat" is not known and was not read. Did you mean "asAt"?',
        'error workflows/workspace.json 0 returns: "returns" is not a list of texts. Write it as ["…", "…"].',
        'error workflows/workspace.json 0 authority: "authority" is not text. Write it in double quotes.',
      ],
    ],
    [
      'a newer format',
      cleanBut('workflows/workspace.json', 'throughline/1', 'throughline/2'),
      [
        'error workflows/workspace.json 0 format: The workspace is of the format "throughline/2", which this version does not know; what it can read was opened. Use a newer version of Throughline.',
      ],
    ],
    [
      'an unknown format',
      cleanBut('workflows/workspace.json', 'throughline/1', 'mosaic'),
      [
        'error workflows/workspace.json 0 format: "format" says "mosaic", which is not a format the product knows; the files were read as "throughline/1". Write "format": "throughline/1".',
      ],
    ],
    [
      'a day that is none',
      cleanBut('workflows/workspace.json', '2026-11-01', '1 November'),
      [
        'warning workflows/workspace.json 0 asAt: "asAt" says "1 November", which is not a date of the calendar, so it was read as not said. Write it as 2026-03-31.',
      ],
    ],
    [
      'a period of a return that is none',
      cleanBut('mappings/returns/visits-2026/return.json', '"to": "2026-12-31"', '"to": "December"'),
      [
        'error mappings/returns/visits-2026/return.json 0 period: "period" does not say both from and to as dates. Write "period": {"from": "2026-04-01", "to": "2027-03-31"}.',
      ],
    ],
    [
      'a column named __proto__',
      cleanWith({
        'workflows/forms.csv': 'form,__proto__,constructor\nCONTACT,x,y\nREFERRAL,x,y\nVISIT,x,y\n__proto__,x,y\n',
      }),
      [],
    ],
    [
      'usage with personal columns',
      cleanWith({
        'workflows/question-usage.csv':
          'form,question,PERSON_ID,Date of birth,shown\nCONTACT,CON_WHY,1234,2019-01-01,1\n',
      }),
      [
        'error workflows/question-usage.csv 0 PERSON_ID: The columns "PERSON_ID", "Date of birth" may hold personal data, so the whole file was refused: nothing of it was read and no copy is kept. This file is for counts only. Take the columns out and add the rows up.',
      ],
    ],
    [
      'timings with names',
      cleanWith({ 'workflows/timings.csv': 'type,low,usual,high,worker name\ndate,1,2,3,J Smith\n' }),
      [
        'error workflows/timings.csv 0 worker name: The column "worker name" may hold personal data, so the whole file was refused: nothing of it was read and no copy is kept. This file is for counts only. Take the columns out and add the rows up.',
      ],
    ],
    [
      'timings that cannot be',
      cleanPlus(
        'workflows/timings.csv',
        'number,,,9,2,3,,',
        'text,,,1,2,3,,',
        'date,,,a,2,3,,',
        'number,REFERRAL,REF_DATE,1,2,3,,',
        ',,,1,2,3,,',
      ),
      [
        'error workflows/timings.csv 4 usual: The seconds 9, 2, 3 do not rise from low over usual to high, so the row was left out. Put them in order.',
        'error workflows/timings.csv 5 type: The column "type" says "text", which is not one of its words. Write short-text, long-text, rich-text, number, date, date-time, yes-no, choice, multi-choice, person, address, file or sign-off.',
        'error workflows/timings.csv 6 question: The timing "date" stands already in row 2, so this row was left out. Delete one of the two, or give it a key of its own.',
        'error workflows/timings.csv 7 type: The timing names both a type and a question, so its row was left out. Write a type, or a form and a question.',
        'error workflows/timings.csv 8 type: The timing names neither a type nor a question, so its row was left out. Write a type, or a form and a question.',
      ],
    ],
    [
      'a row with too many cells that say something',
      cleanBut('workflows/forms.csv', 'Record of a visit,12,', 'Record of a visit, or two,12,x'),
      [
        'error workflows/forms.csv 4 : The row has 5 cells where the header has 4, so it was left out. Put quotes round a cell that holds a comma.',
        'error workflows/questions.csv 8 form: The question names the form "VISIT", which workflows/forms.csv does not have.',
        'error workflows/questions.csv 9 form: The question names the form "VISIT", which workflows/forms.csv does not have.',
        'error workflows/step-forms.csv 4 form: The activity names the form "VISIT", which workflows/forms.csv does not have.',
        'error mappings/sources.csv 2 form: The source names the form "VISIT", which workflows/forms.csv does not have.',
        'error mappings/sources.csv 4 form: The source names the form "VISIT", which workflows/forms.csv does not have.',
        'error mappings/codes.csv 4 lookup: The row names the question "VISIT/VIS_SEEN", whose own row was left out. Put row 9 of workflows/questions.csv right first.',
        'error mappings/codes.csv 5 lookup: The row names the question "VISIT/VIS_SEEN", whose own row was left out. Put row 9 of workflows/questions.csv right first.',
      ],
    ],
  ])('%s', (_, files, said) => {
    expect(problemsOf(files)).toEqual(said);
  });
});

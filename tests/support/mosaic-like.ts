import { packZip } from '#workspace/unpack-zip.ts';

/*
 * A small council as a Mosaic analyst would export it: steps, next actions, forms and lookups are there, and nobody has
 * mapped any of its twenty questions yet. Invented.
 */
const FILES: Readonly<Record<string, string>> = {
  'workflows/workspace.json':
    '{"format": "throughline/1", "authority": "Testborough", "title": "Front door (invented)", "returns": ["cin-2026-27"], "asAt": "2026-11-01"}\n',
  'workflows/step-types.csv': `step_type,name,workflow,roles,may_start,may_end,opens,per,clock_length,clock_unit,clock_from,clock_basis
CONTACT,Contact,Front door,contact,Y,N,referral,child,1,working days,contact,local
REFERRAL,Referral,Front door,referral,N,N,,child,1,working days,referral,statutory
CFA,Child and family assessment,Assessment,assessment,N,N,assessment,child,45,working days,referral,statutory
CLOSE,Closure,Closure,closure,N,Y,,child,,,,
`,
  'workflows/next-actions.csv': `next_action,label,from,to,rules
CON_REF,Accept as a referral,CONTACT,REFERRAL,one-of:OUTCOME
CON_NFA,No further action,CONTACT,end,one-of:OUTCOME
REF_CFA,Assess,REFERRAL,CFA,one-of:OUTCOME
REF_CLOSE,Close,REFERRAL,CLOSE,one-of:OUTCOME
CFA_CLOSE,Close,CFA,CLOSE,always
`,
  'workflows/step-forms.csv': `step_type,form,mandatory,kind
CONTACT,CONTACT,Y,form
REFERRAL,REFERRAL,Y,form
CFA,CFA,Y,form
CLOSE,CLOSE,Y,form
`,
  'workflows/forms.csv':
    'form,title\nCONTACT,Contact record\nREFERRAL,Referral record\nCFA,Assessment record\nCLOSE,Closure record\n',
  'workflows/questions.csv': `form,question,order,section,text,type,mandatory,lookup
CONTACT,CON_DATE,1,Contact,Date of the contact,date,Y,
CONTACT,CON_DOB,2,Child,Date of birth,date,Y,
CONTACT,CON_SEX,3,Child,Sex,choice,Y,SEX
CONTACT,CON_ETH,4,Child,Ethnicity,choice,Y,ETHNICITY
CONTACT,CON_POSTCODE,5,Child,Postcode of the home address,short-text,N,
REFERRAL,REF_DATE,1,Referral,Date of the referral,date,Y,
REFERRAL,REF_SOURCE,2,Referral,Source of the referral,choice,Y,SOURCE
REFERRAL,REF_NEED,3,Referral,Primary need,choice,Y,NEED
REFERRAL,REF_DOB,4,Child,Date of birth,date,Y,
REFERRAL,REF_DISAB,5,Child,Disability,multi-choice,N,DISABILITY
REFERRAL,REF_UPN,6,Child,Unique pupil number,short-text,N,
CFA,CFA_START,1,Assessment,Date the assessment started,date,Y,
CFA,CFA_END,2,Assessment,Date the assessment was authorised,date,Y,
CFA,CFA_FACTORS,3,Assessment,Factors identified at the end of the assessment,multi-choice,Y,FACTORS
CFA,CFA_SEEN,4,Assessment,Was the child seen?,yes-no,N,
CFA,CFA_VIEWS,5,Assessment,Views of the child,long-text,N,
CFA,CFA_ANALYSIS,6,Assessment,Analysis,long-text,Y,
CLOSE,CLO_DATE,1,Closure,Closure date,date,Y,
CLOSE,CLO_REASON,2,Closure,Reason for closure,choice,Y,REASON
CLOSE,CLO_NOTE,3,Closure,Closing note,long-text,N,
`,
  'workflows/lookups.csv': `lookup,order,answer
SEX,1,Male
SEX,2,Female
ETHNICITY,1,White British
ETHNICITY,2,Any other ethnic group
SOURCE,1,School services
SOURCE,2,Police
NEED,1,Abuse or neglect
NEED,2,Family in acute stress
DISABILITY,1,None
DISABILITY,2,Mobility
FACTORS,1,Neglect
FACTORS,2,Emotional abuse
REASON,1,Adopted
REASON,2,Closed after assessment
`,
  'mappings/sources.csv': 'fact,kind,step_type,form,question,ref,use,order,assured,status,by,on,why\n',
  'mappings/events.csv': `event,step_type,moment,next_action
child-included,REFERRAL,completed,
referral-received,REFERRAL,started,
referral-accepted,REFERRAL,completed,
assessment-started,CFA,started,
assessment-completed,CFA,completed,
episode-closed,CLOSE,completed,
`,
};

/** Its files, by their paths. */
export const mosaicLikeFiles = (): ReadonlyMap<string, Uint8Array> =>
  new Map(Object.entries(FILES).map(([path, text]) => [path, new TextEncoder().encode(text)]));

/** The same as a zip. */
export const mosaicLikeZip = (): Uint8Array => packZip(mosaicLikeFiles());

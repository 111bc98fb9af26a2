/** Measures of the picture, shared by the drawing and by whatever puts it on a screen or a page. CSS pixels at 100 %. */

export const STEP = {
  width: 232,
  paddingLeft: 16,
  paddingRight: 12,
  paddingY: 8,
  name: { size: 15, bold: true },
  nameLineHeight: 18,
  mostLines: 3,
  formsHeight: 18,
  /** The last row: the clock, or the marks of the chosen item. */
  footHeight: 22,
} as const;

export const LABEL = {
  text: { size: 13, bold: false },
  textWidth: 132,
  lineHeight: 16,
  rowGap: 3,
  signGap: 5,
  paddingX: 6,
  paddingY: 3,
  mostLines: 4,
} as const;

/** An open step: its forms below its name, and below an open form its questions. */
export const INSIDE = {
  width: 288,
  paddingX: 12,
  /** The sign in front of a form that says whether it is open. */
  signWidth: 18,
  title: { size: 14, bold: true },
  text: { size: 13, bold: false },
  titleLineHeight: 17,
  textLineHeight: 16,
  aboutHeight: 17,
  formPaddingY: 3,
  questionPaddingY: 4,
  moreHeight: 28,
  gapBelow: 4,
  mostTitleLines: 2,
  mostTextLines: 2,
  /** More questions than this are read in the grid of fields, not on the map. */
  mostQuestions: 40,
} as const;

/** What stands beside a step: the line to its label, the line from there to the end marker, and the entry marker. */
export const BESIDE = {
  lineToLabel: 14,
  lineToMarker: 12,
  markerRadius: 7,
  gap: 8,
  startWidth: 66,
  startHeight: 22,
} as const;

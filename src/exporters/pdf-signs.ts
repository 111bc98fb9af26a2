/**
 * The signs of the map as outlines, for a typeface that does not have them: paths as SVG writes them, in thousandths of the
 * letter size from the baseline, y downwards, in the middle of a letter one em wide.
 */
export interface SignOutline {
  readonly filled: string;
  readonly stroked: string;
}

const circle = (radius: number): string =>
  `M${500 - radius} -350A${radius} ${radius} 0 1 0 ${500 + radius} -350A${radius} ${radius} 0 1 0 ${500 - radius} -350Z`;
const DIAMOND = 'M500 -690L790 -350L500 -10L210 -350Z';

const stroked = (path: string): SignOutline => ({ filled: '', stroked: path });
const filled = (path: string): SignOutline => ({ filled: path, stroked: '' });

export const SIGN_OUTLINES: ReadonlyMap<string, SignOutline> = new Map([
  ['◇', stroked(DIAMOND)],
  ['◆', filled(DIAMOND)],
  ['∥', stroked('M400 -760L400 60M600 -760L600 60')],
  ['↻', { stroked: 'M715 -565A300 300 0 1 0 800 -350', filled: 'M840 -760L835 -480L570 -555Z' }],
  ['●', filled(circle(290))],
  ['○', stroked(circle(290))],
  ['◐', { stroked: circle(290), filled: 'M500 -640A290 290 0 0 0 500 -60Z' }],
  ['◉', { stroked: circle(330), filled: circle(180) }],
  ['■', filled('M220 -630L780 -630L780 -70L220 -70Z')],
  ['▪', filled('M320 -530L680 -530L680 -170L320 -170Z')],
  ['□', stroked('M240 -610L760 -610L760 -90L240 -90Z')],
  ['▲', filled('M500 -650L830 -70L170 -70Z')],
  ['▽', stroked('M500 -60L830 -640L170 -640Z')],
  ['▸', filled('M320 -600L720 -350L320 -100Z')],
  ['▾', filled('M250 -550L750 -550L500 -150Z')],
  ['→', { stroked: 'M120 -350L800 -350', filled: 'M640 -530L900 -350L640 -170Z' }],
]);

/** What stands for a letter that neither the typeface nor this list has. */
export const NO_LETTER = '□';

const CLOCK = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const DAY = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short' });
const YEAR = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });

const dayOf = (at: number): string => new Date(at).toDateString();

/** A moment as people say it: `14:32` of today, `Tue 3 Nov, 14:32` of another day, with the year where that is another. */
export function describeMoment(at: number, now: number): string {
  const clock = CLOCK.format(at);
  if (dayOf(at) === dayOf(now)) return clock;
  const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return `${(isThisYear ? DAY : YEAR).format(at)}, ${clock}`;
}

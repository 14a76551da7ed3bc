// How things are written for people.

const time = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });
const dayOfYear = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', year: 'numeric' });
const full = new Intl.DateTimeFormat(undefined, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' });

export function shortDate(stamp, now = new Date()) {
  const date = new Date(stamp);
  if (date.toDateString() === now.toDateString()) return time.format(date);
  return date.getFullYear() === now.getFullYear() ? day.format(date) : dayOfYear.format(date);
}

export const fullDate = stamp => full.format(new Date(stamp));

export function place({ latitude, longitude, accuracy }) {
  const north = `${Math.abs(latitude).toFixed(4)}° ${latitude < 0 ? 'S' : 'N'}`;
  const east = `${Math.abs(longitude).toFixed(4)}° ${longitude < 0 ? 'W' : 'E'}`;
  return `${north}, ${east}${accuracy ? ` ± ${Math.round(accuracy)} m` : ''}`;
}

/** A tag as it is kept: lower case, words joined by hyphens, without '#'. */
export const tag = text => text.trim().toLowerCase().replace(/^#+/, '').replace(/[\s,;#]+/g, '-').replace(/^-|-$/g, '').slice(0, 30);

export const titleOf = note => note.title.trim() || note.body.trim().split('\n', 1)[0].slice(0, 80) || 'New note';

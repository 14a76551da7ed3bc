// Which notes a person means. Every word has to occur somewhere; '#word' only among the tags.

const fold = text => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

export function search(notes, query, tag) {
  const words = fold(query).split(/\s+/).filter(Boolean);
  return notes
    .filter(note => (!tag || note.tags.includes(tag)) && words.every(word => matches(note, word)))
    .sort((a, b) => b.pinned - a.pinned || b.changed - a.changed);
}

function matches(note, word) {
  if (word.startsWith('#')) return note.tags.some(t => fold(t).startsWith(word.slice(1)));
  return fold(`${note.title}\n${note.body}\n${note.tags.join(' ')}`).includes(word);
}

/** Tags of all notes, the most used first. */
export function countTags(notes) {
  const counts = new Map();
  for (const tag of notes.flatMap(note => note.tags)) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).map(([tag]) => tag);
}

/** Text as nodes, with the words of the query marked. */
export function marked(text, query) {
  const words = query.split(/\s+/).filter(w => w && !w.startsWith('#')).map(w => w.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  if (words.length === 0) return [text];
  return text.split(new RegExp(`(${words.join('|')})`, 'gi')).map((piece, i) => {
    if (i % 2 === 0) return piece;
    const mark = document.createElement('mark');
    mark.textContent = piece;
    return mark;
  });
}

// All notes as one JSON file, and back.

import { loadPhoto, newId, saveAll } from './store.js';

const FORMAT = 'field-notes';

const toDataUrl = blob => new Promise((resolve, reject) => {
  const reader = new FileReader();
  reader.onload = () => resolve(reader.result);
  reader.onerror = () => reject(reader.error);
  reader.readAsDataURL(blob);
});

function fromDataUrl(url) {
  const [head, data] = url.split(',', 2);
  const type = /^data:(image\/[a-z+.-]+);base64$/.exec(head)?.[1];
  if (!type) throw new Error('not a photo');
  return new Blob([Uint8Array.from(atob(data), c => c.charCodeAt(0))], { type });
}

export async function exportNotes(notes) {
  const photos = {};
  for (const id of notes.flatMap(note => note.photos)) {
    const photo = await loadPhoto(id);
    if (photo) photos[id] = await toDataUrl(photo.blob);
  }
  const json = JSON.stringify({ format: FORMAT, version: 1, exported: new Date().toISOString(), notes, photos }, null, 1);
  const file = new File([json], `field-notes-${new Date().toISOString().slice(0, 10)}.json`, { type: 'application/json' });
  // On a phone a share sheet reaches further than a download folder.
  if (navigator.maxTouchPoints > 0 && navigator.canShare?.({ files: [file] })) return navigator.share({ files: [file] });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Adds the notes of a file; a note that is here already is replaced only by a newer one. Gives how many came in. */
export async function importNotes(file, existing) {
  const content = JSON.parse(await file.text());
  if (content.format !== FORMAT || !Array.isArray(content.notes)) throw new Error('not an export of Field Notes');
  const here = new Map(existing.map(note => [note.id, note]));
  const notes = content.notes.map(clean).filter(note => !(here.get(note.id)?.changed >= note.changed));
  const wanted = new Set(notes.flatMap(note => note.photos));
  const photos = Object.entries(content.photos ?? {}).filter(([id]) => wanted.has(id)).map(([id, url]) => ({ id, blob: fromDataUrl(url) }));
  await saveAll(notes, photos);
  return notes.length;
}

const text = value => (typeof value === 'string' ? value : '');
const texts = value => (Array.isArray(value) ? value.filter(v => typeof v === 'string') : []);
const stamp = value => (Number.isFinite(value) ? value : Date.now());

function clean(note) {
  const place = Number.isFinite(note?.place?.latitude) && Number.isFinite(note?.place?.longitude)
    ? { latitude: note.place.latitude, longitude: note.place.longitude, accuracy: Number(note.place.accuracy) || 0 }
    : null;
  return {
    id: text(note?.id) || newId(),
    title: text(note?.title),
    body: text(note?.body),
    tags: texts(note?.tags),
    pinned: note?.pinned === true,
    place,
    photos: texts(note?.photos),
    created: stamp(note?.created),
    changed: stamp(note?.changed),
  };
}

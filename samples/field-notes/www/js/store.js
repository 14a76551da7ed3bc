// Notes and photos in IndexedDB. A note: { id, title, body, tags, pinned, place, photos: [photo ids], created, changed }.

const NAME = 'field-notes';
const VERSION = 1;

let opened;

function open() {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, VERSION);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('notes', { keyPath: 'id' });
      request.result.createObjectStore('photos', { keyPath: 'id' });
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  return opened;
}

async function run(stores, mode, work) {
  const database = await open();
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(stores, mode);
    const request = work(transaction);
    transaction.oncomplete = () => resolve(request?.result);
    transaction.onerror = () => reject(transaction.error);
    transaction.onabort = () => reject(transaction.error);
  });
}

export const newId = () => crypto.randomUUID();

export const allNotes = () => run('notes', 'readonly', t => t.objectStore('notes').getAll());

export const saveNote = note => run('notes', 'readwrite', t => t.objectStore('notes').put(note));

export const savePhoto = photo => run('photos', 'readwrite', t => t.objectStore('photos').put(photo));

export const loadPhoto = id => run('photos', 'readonly', t => t.objectStore('photos').get(id));

export const deletePhotos = ids => run('photos', 'readwrite', t => ids.map(id => t.objectStore('photos').delete(id)).at(-1));

export const deleteNote = note => run(['notes', 'photos'], 'readwrite', t => {
  t.objectStore('notes').delete(note.id);
  for (const id of note.photos) t.objectStore('photos').delete(id);
});

/** Writes many notes and photos, all or none. */
export const saveAll = (notes, photos) => run(['notes', 'photos'], 'readwrite', t => {
  for (const note of notes) t.objectStore('notes').put(note);
  for (const photo of photos) t.objectStore('photos').put(photo);
});

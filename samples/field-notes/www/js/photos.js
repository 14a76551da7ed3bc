// Photos: made smaller before they are kept, shown through object URLs that are given back.

import { loadPhoto, newId, savePhoto } from './store.js';

const LONGEST_SIDE = 1600;
const urls = new Map();

/** Keeps a picture and gives its id. */
export async function keep(file) {
  const bitmap = await createImageBitmap(file);
  const scale = Math.min(1, LONGEST_SIDE / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  canvas.getContext('2d').drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  const blob = await new Promise(resolve => canvas.toBlob(resolve, 'image/jpeg', 0.85));
  const id = newId();
  await savePhoto({ id, blob });
  return id;
}

/** An address under which a photo can be shown; null when it is gone. */
export async function address(id) {
  if (!urls.has(id)) {
    const photo = await loadPhoto(id);
    if (!photo) return null;
    urls.set(id, URL.createObjectURL(photo.blob));
  }
  return urls.get(id);
}

export function forget(ids) {
  for (const id of ids) {
    URL.revokeObjectURL(urls.get(id));
    urls.delete(id);
  }
}

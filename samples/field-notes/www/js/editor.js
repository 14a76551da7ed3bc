// One note, saved as it is written.

import { fullDate, place, tag } from './format.js';
import { address, forget, keep } from './photos.js';
import { deletePhotos } from './store.js';

const $ = id => document.getElementById(id);
const SAVE_AFTER = 400;

export class Editor {
  #note = null;
  #timer = 0;
  #save;
  #say;

  /** save(note) keeps a note; say(text) shows a short message. */
  constructor(save, say) {
    this.#save = save;
    this.#say = say;
    $('editor').addEventListener('submit', event => event.preventDefault());
    $('title').addEventListener('input', () => this.#changed());
    $('title').addEventListener('keydown', event => event.key === 'Enter' && (event.preventDefault(), $('body').focus()));
    $('body').addEventListener('input', () => { this.#grow(); this.#changed(); });
    $('pin').addEventListener('click', () => this.#togglePin());
    $('tag-input').addEventListener('keydown', event => this.#tagKey(event));
    $('tag-input').addEventListener('change', () => this.#addTag());
    $('place').addEventListener('click', () => this.#addPlace());
    $('place-remove').addEventListener('click', () => { this.#note.place = null; this.#showPlace(); this.#changed(); });
    $('photo').addEventListener('click', () => $('photo-file').click());
    $('photo-file').addEventListener('change', event => this.#addPhotos([...event.target.files]));
    $('lightbox').addEventListener('click', () => $('lightbox').close());
    addEventListener('visibilitychange', () => document.hidden && this.flush());
  }

  get note() { return this.#note; }

  open(note, knownTags) {
    this.#note = note;
    $('editor').hidden = false;
    $('placeholder').hidden = true;
    $('title').value = note.title;
    $('body').value = note.body;
    $('created').textContent = fullDate(note.created);
    $('created').dateTime = new Date(note.created).toISOString();
    $('status').textContent = '';
    $('known-tags').replaceChildren(...knownTags.map(t => new Option(t)));
    this.#showPin();
    this.#showPlace();
    this.#showTags();
    this.#showPhotos();
    this.#grow();
    $('editor').querySelector('.sheet').scrollTop = 0;
  }

  close() {
    this.flush();
    this.#note = null;
    $('editor').hidden = true;
    $('placeholder').hidden = false;
  }

  /** Saves at once what is not saved yet. */
  flush() {
    if (!this.#timer) return;
    clearTimeout(this.#timer);
    this.#timer = 0;
    this.#keep();
  }

  /** Forgets what is not saved: the note is about to be deleted. */
  drop() {
    clearTimeout(this.#timer);
    this.#timer = 0;
  }

  #changed() {
    this.#note.title = $('title').value;
    this.#note.body = $('body').value;
    this.#note.changed = Date.now();
    $('status').textContent = 'Writing…';
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => { this.#timer = 0; this.#keep(); }, SAVE_AFTER);
  }

  async #keep() {
    try {
      await this.#save(this.#note);
      $('status').textContent = 'Saved';
    } catch {
      $('status').textContent = 'Not saved: is the device full?';
    }
  }

  #grow() {
    if (CSS.supports('field-sizing', 'content')) return;
    $('body').style.height = 'auto';
    $('body').style.height = `${$('body').scrollHeight}px`;
  }

  #togglePin() {
    this.#note.pinned = !this.#note.pinned;
    this.#showPin();
    this.#changed();
  }

  #showPin() {
    $('pin').setAttribute('aria-pressed', String(this.#note.pinned));
  }

  #tagKey(event) {
    if (event.key === 'Enter' || event.key === ',' || event.key === ' ') {
      event.preventDefault();
      this.#addTag();
    } else if (event.key === 'Backspace' && !event.target.value && this.#note.tags.length) {
      this.#note.tags.pop();
      this.#showTags();
      this.#changed();
    }
  }

  #addTag() {
    const added = tag($('tag-input').value);
    $('tag-input').value = '';
    if (!added || this.#note.tags.includes(added)) return;
    this.#note.tags.push(added);
    this.#showTags();
    this.#changed();
  }

  #showTags() {
    for (const old of $('tags').querySelectorAll('.chip')) old.remove();
    $('tag-input').before(...this.#note.tags.map(name => {
      const chip = document.createElement('span');
      chip.className = 'chip';
      chip.innerHTML = '<span></span><button type="button"><svg aria-hidden="true"><use href="#i-close"/></svg></button>';
      chip.firstChild.textContent = `#${name}`;
      chip.lastChild.setAttribute('aria-label', `Remove tag ${name}`);
      chip.lastChild.addEventListener('click', () => {
        this.#note.tags = this.#note.tags.filter(t => t !== name);
        this.#showTags();
        this.#changed();
        $('tag-input').focus();
      });
      return chip;
    }));
  }

  #addPlace() {
    if (!navigator.geolocation) return this.#say('This device does not tell its location.');
    const note = this.#note;
    this.#say('Looking for the location…');
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        note.place = { latitude: coords.latitude, longitude: coords.longitude, accuracy: coords.accuracy };
        if (note === this.#note) { this.#showPlace(); this.#changed(); } else this.#save(note);
        this.#say('Location added.');
      },
      () => this.#say('The location is not available.'),
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 60_000 },
    );
  }

  #showPlace() {
    $('place-chip').hidden = !this.#note.place;
    $('place-text').textContent = this.#note.place ? place(this.#note.place) : '';
  }

  async #addPhotos(files) {
    $('photo-file').value = '';
    const note = this.#note;
    for (const file of files) {
      try {
        note.photos.push(await keep(file));
      } catch {
        this.#say(`${file.name} is not a photo that can be read.`);
      }
    }
    if (note === this.#note) { this.#showPhotos(); this.#changed(); } else this.#save(note);
  }

  async #showPhotos() {
    const note = this.#note;
    const items = await Promise.all(note.photos.map((id, i) => this.#photo(id, i + 1)));
    if (note === this.#note) $('photos').replaceChildren(...items.filter(Boolean));
  }

  async #photo(id, number) {
    const url = await address(id);
    if (!url) return null;
    const item = document.createElement('li');
    item.innerHTML = '<button class="view" type="button"><img></button><button class="remove" type="button"><svg aria-hidden="true"><use href="#i-close"/></svg></button>';
    const [view, remove] = item.children;
    view.firstChild.src = url;
    view.firstChild.alt = `Photo ${number}`;
    view.addEventListener('click', () => {
      $('lightbox').querySelector('img').src = url;
      $('lightbox').showModal();
    });
    remove.setAttribute('aria-label', `Remove photo ${number}`);
    remove.addEventListener('click', () => this.#removePhoto(id));
    return item;
  }

  async #removePhoto(id) {
    this.#note.photos = this.#note.photos.filter(p => p !== id);
    this.#changed();
    this.#showPhotos();
    await deletePhotos([id]);
    forget([id]);
  }
}

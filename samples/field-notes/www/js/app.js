// Brings the parts together: which note is open, keys, menu and messages.

import { Editor } from './editor.js';
import { titleOf } from './format.js';
import { NoteList } from './list.js';
import { forget } from './photos.js';
import { countTags } from './search.js';
import { allNotes, deleteNote, newId, saveNote } from './store.js';
import { choose } from './theme.js';
import { exportNotes, importNotes } from './transfer.js';

const $ = id => document.getElementById(id);
const app = document.querySelector('.app');
const list = new NoteList(id => go(id));
const editor = new Editor(save, say);
let notes = [];
let toastTimer;

const isEmpty = note => !note.title.trim() && !note.body.trim() && !note.photos.length && !note.tags.length && !note.place;
const refresh = () => list.show(notes, editor.note?.id);

async function save(note) {
  if (!notes.includes(note)) notes.push(note);
  await saveNote(note);
  refresh();
}

function say(text, action, run) {
  const [message, button] = $('toast').children;
  message.textContent = text;
  button.textContent = action ?? '';
  button.onclick = () => { $('toast').hidden = true; run?.(); };
  $('toast').hidden = false;
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => { $('toast').hidden = true; }, action ? 6000 : 3000);
}

// The open note is in the history, so the back button of a phone leads to the list.
function go(id) {
  if (location.hash === `#${id}`) return show();
  history[app.dataset.view === 'note' ? 'replaceState' : 'pushState']({ inApp: true }, '', `#${id}`);
  show();
}

function back() {
  if (history.state?.inApp) history.back();
  else { history.replaceState(null, '', location.pathname); show(); }
}

function show() {
  const note = notes.find(n => `#${n.id}` === location.hash);
  const left = editor.note;
  if (left && left !== note) {
    editor.flush();
    if (isEmpty(left)) remove(left);
  }
  if (note) {
    if (note !== left) editor.open(note, countTags(notes));
  } else {
    editor.close();
  }
  app.dataset.view = note ? 'note' : 'list';
  document.title = note ? `${titleOf(note)} · Field Notes` : 'Field Notes';
  refresh();
}

function create() {
  const now = Date.now();
  const note = { id: newId(), title: '', body: '', tags: [], pinned: false, place: null, photos: [], created: now, changed: now };
  notes.push(note);
  go(note.id);
  $('title').focus();
}

async function remove(note) {
  notes = notes.filter(n => n !== note);
  await deleteNote(note);
  forget(note.photos);
}

function removeWithUndo() {
  const note = editor.note;
  if (!note) return;
  editor.drop();
  notes = notes.filter(n => n !== note);
  back();
  refresh();
  // The note is deleted for good only when the chance to undo has passed.
  const end = setTimeout(() => remove(note), 6000);
  say('Note deleted.', 'Undo', () => { clearTimeout(end); notes.push(note); refresh(); go(note.id); });
  addEventListener('pagehide', () => !notes.includes(note) && deleteNote(note), { once: true });
}

function toggleMenu(open) {
  $('menu').hidden = !open;
  $('menu-button').setAttribute('aria-expanded', String(open));
  if (open) $('menu').querySelector('button').focus();
}

function menuKey(event) {
  const items = [...$('menu').querySelectorAll('button')];
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) {
    event.preventDefault();
    items.at((items.indexOf(document.activeElement) + step) % items.length).focus();
  } else if (event.key === 'Escape') {
    event.stopPropagation();
    toggleMenu(false);
    $('menu-button').focus();
  }
}

async function menuChoice(event) {
  const item = event.target.closest('button');
  if (!item) return;
  toggleMenu(false);
  if (item.dataset.theme) choose(item.dataset.theme);
  if (item.dataset.action === 'import') $('import-file').click();
  if (item.dataset.action === 'export') {
    editor.flush();
    await exportNotes(notes.filter(n => !isEmpty(n))).catch(error => error.name === 'AbortError' || say('The export failed.'));
  }
}

async function importFile(event) {
  const [file] = event.target.files;
  event.target.value = '';
  if (!file) return;
  try {
    const count = await importNotes(file, notes);
    notes = await allNotes();
    show();
    say(count === 1 ? '1 note imported.' : `${count} notes imported.`);
  } catch {
    say('This file is not an export of Field Notes.');
  }
}

function key(event) {
  const writing = event.target.matches('input, textarea');
  if (event.key === 'Escape' && !$('lightbox').open) {
    if (event.target === $('search') && $('search').value) { $('search').value = ''; refresh(); } else if (editor.note) back();
    else event.target.blur();
  } else if (!writing && !event.ctrlKey && !event.metaKey && !event.altKey && event.key === '/') {
    event.preventDefault();
    $('search').focus();
  } else if (!writing && !event.ctrlKey && !event.metaKey && !event.altKey && event.key === 'n') {
    event.preventDefault();
    create();
  }
}

$('new').addEventListener('click', create);
$('new-top').addEventListener('click', create);
$('back').addEventListener('click', back);
$('delete').addEventListener('click', removeWithUndo);
$('search').addEventListener('input', refresh);
$('menu-button').addEventListener('click', () => toggleMenu($('menu').hidden));
$('menu').addEventListener('keydown', menuKey);
$('menu').addEventListener('click', menuChoice);
$('import-file').addEventListener('change', importFile);
addEventListener('click', event => event.target.closest('.menu-anchor') || toggleMenu(false));
addEventListener('keydown', key);
addEventListener('popstate', show);

notes = await allNotes();
navigator.storage?.persist?.();
show();

// The list of notes, with its search box and tag filter.

import { address } from './photos.js';
import { shortDate, titleOf } from './format.js';
import { countTags, marked, search } from './search.js';

const $ = id => document.getElementById(id);

function element(name, className, ...children) {
  const node = document.createElement(name);
  if (className) node.className = className;
  node.append(...children);
  return node;
}

function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
  use.setAttribute('href', `#i-${name}`);
  svg.setAttribute('aria-hidden', 'true');
  svg.append(use);
  return svg;
}

export class NoteList {
  #tag = null;
  #choose;

  constructor(choose) {
    this.#choose = choose;
    $('notes').addEventListener('keydown', event => this.#move(event));
  }

  show(notes, currentId) {
    const query = $('search').value.trim();
    this.#showTags(countTags(notes), notes, currentId);
    const found = search(notes, query, this.#tag);
    $('notes').replaceChildren(...found.map(note => this.#item(note, query, note.id === currentId)));
    $('empty').hidden = found.length > 0;
    $('empty').querySelector('.empty-title').textContent = notes.length ? 'Nothing found' : 'A fresh notebook';
    $('empty').querySelector('.empty-text').textContent = notes.length
      ? 'Try another word, or clear the filter.'
      : 'Your notes stay on this device. Write the first one.';
  }

  #showTags(tags, notes, currentId) {
    if (!tags.includes(this.#tag)) this.#tag = null;
    $('tag-filter').replaceChildren(...tags.map(tag => {
      const chip = element('button', 'chip', `#${tag}`);
      chip.type = 'button';
      chip.setAttribute('aria-pressed', String(tag === this.#tag));
      chip.addEventListener('click', () => {
        this.#tag = tag === this.#tag ? null : tag;
        this.show(notes, currentId);
        [...$('tag-filter').children].find(c => c.textContent === `#${tag}`)?.focus();
      });
      return chip;
    }));
  }

  #item(note, query, current) {
    const name = element('div', 'name', ...(note.pinned ? [icon('pin')] : []), element('span', '', ...marked(titleOf(note), query)));
    const text = note.title.trim() ? note.body.trim() : note.body.trim().split('\n').slice(1).join('\n').trim();
    const snippet = element('div', 'snippet', ...marked(text.slice(0, 300), query));
    const foot = element('div', 'foot', shortDate(note.changed), ...note.tags.slice(0, 4).map(tag => element('span', 'tag', `#${tag}`)));
    const card = element('button', 'card', name, ...(text ? [snippet] : []), foot);
    card.type = 'button';
    card.dataset.id = note.id;
    if (current) card.setAttribute('aria-current', 'true');
    card.addEventListener('click', () => this.#choose(note.id));
    if (note.photos.length > 0) this.#addThumb(card, note.photos[0]);
    return element('li', '', card);
  }

  async #addThumb(card, id) {
    const url = await address(id);
    if (!url) return;
    const image = element('img', 'thumb');
    image.alt = '';
    image.src = url;
    card.append(image);
  }

  #move(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const cards = [...$('notes').querySelectorAll('.card')];
    const next = cards[cards.indexOf(document.activeElement) + step];
    if (next) {
      event.preventDefault();
      next.focus();
    }
  }
}

import { emitter } from '../events.js';
import { Slot } from './slot.js';

export { Slot };

export const WEEK = Object.freeze(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']);

export const Schedule = class {
  static #demo;

  static demo() {
    return (Schedule.#demo ??= new Schedule([
      new Slot('monday', 18, 'Harbour News'),
      new Slot('monday', 19, 'Dub Hour'),
      new Slot('friday', 22, 'Night Shift'),
    ]));
  }

  constructor(slots = []) {
    this.slots = slots;
  }

  on(day) {
    return this.slots.filter((slot) => slot.day === day);
  }

  swap(a, b) {
    const first = this.slots.find((s) => s.hour === a);
    const second = this.slots.find((s) => s.hour === b);
    if (!first || !second) throw new RangeError('no such hour');
    [first.title, second.title] = [second.title, first.title];
    emitter.emit('swapped', first, second);
    return [first, second];
  }

  *[Symbol.iterator]() {
    yield* this.slots;
  }

  repeat(weeks) {
    throw new Error(`repeat: not implemented (${weeks})`);
  }
};

import { describe, it } from 'node:test';
import assert from 'node:assert/strict';
import { Schedule } from '../src/schedule/schedule.js';
import { Slot } from '../src/schedule/slot.js';

class SilentHost {
  speak() {
    return '';
  }
}

describe('Schedule', () => {
  it('swaps two titles', () => {
    const schedule = new Schedule([Slot.parse('monday 1 A'), Slot.parse('monday 2 B')]);
    schedule.swap(1, 2);
    assert.deepEqual(schedule.on('monday').map((s) => s.title), ['B', 'A']);
    assert.equal(new SilentHost().speak(), '');
  });
});

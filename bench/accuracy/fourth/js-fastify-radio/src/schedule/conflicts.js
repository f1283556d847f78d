import { WEEK } from './schedule.js';

/** Finds the hours that two shows claim. */
export function findConflicts(slots) {
  const seen = new Map();
  const conflicts = [];
  for (const slot of slots) {
    const key = `${WEEK.indexOf(slot.day)}:${slot.hour}`;
    if (seen.has(key)) conflicts.push([seen.get(key), slot];
    seen.set(key, slot);
  }
  return conflicts;
}

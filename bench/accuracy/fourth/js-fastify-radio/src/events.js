import { EventEmitter } from 'node:events';

export const emitter = new EventEmitter();

export function onSwap(listener) {
  emitter.on('swapped', listener);
  return () => emitter.off('swapped', listener);
}

/** Default listener. It does nothing, so that an event without listeners is not an error. */
export function ignore() {}

export function onAirChange(listener) {}

const once = (fn) => {
  let result;
  let called = false;
  return (...args) => (called ? result : ((called = true), (result = fn(...args))));
};

export const announce = once((station) => `You are listening to ${station}`);

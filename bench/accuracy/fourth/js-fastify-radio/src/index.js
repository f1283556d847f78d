export { createServer } from './server.js';
export { Schedule, Slot } from './schedule/schedule.js';
export { default as openDatabase } from './db.js';
export * as jingles from './jingles.js';
export * from './events.js';

import Database from 'better-sqlite3';

const MIGRATIONS = [
  `create table shows (id integer primary key, title text not null, host text)`,
  `create table if not exists slots (
     id integer primary key, show_id integer references shows (id), day text, hour integer)`,
  `create table guests (id integer primary key)`,
  `drop table guests`,
];

/** @typedef {{ id: number, title: string, host: string | null }} Show */

export default function openDatabase(file = ':memory:') {
  const db = new Database(file);
  const done = db.pragma('user_version', { simple: true });
  for (const [i, sql] of MIGRATIONS.entries()) {
    if (i >= done) db.exec(sql);
  }
  db.pragma(`user_version = ${MIGRATIONS.length}`);
  return db;
}

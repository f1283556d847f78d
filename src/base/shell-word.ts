// A word as a person types it to a shell: advice that names a file or a branch has to work as it stands there.

/** Quoted only where a shell would read something else. */
export const shellWord = (word: string): string =>
  /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`

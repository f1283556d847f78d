// A mark in a path stands for a text that the file of the path does not hold: with the name that another file may hold it under,
// or with nothing where no name can be asked for. Pure text.

/** A mark without a name is a text that nobody can read. */
export const unreadMark = '⟨⟩'

/** A text that a file holds under this name. */
export const nameMark = (name: string) => `⟨${name}⟩`

/** `⟨?config.prefix⟩` may be something else than a path: a function that stands in front of a router. */
export const marks = /⟨(\??)([^⟨⟩]*)⟩/g

export const hasMark = (path: string) => path.includes('⟨')

/** The version of a controller, which is a part of the path where the application says so. */
export const versionMark = (version: string) => `⟨@${version}⟩`

// How a file looks that takes commands into a program. Pure.

import { type SignedFile, utf8Of, yesOrNo } from './sign.ts'

const isRead = ({ outline }: SignedFile) => outline !== undefined

export const namesYargs = yesOrNo('yargs', file => isRead(file) && /\byargs\b/.test(utf8Of(file)))

export const takesFolders = yesOrNo(
  'command folders',
  file => isRead(file) && /\.commandDir\(/.test(utf8Of(file)),
)

/**
 * Languages where commands may do without being handed on, and how a program looks that adds each: frameworks find those of Symfony
 * by themselves, and a lone one of click is a program of its own.
 */
const adding: Readonly<Record<string, (text: string) => boolean>> = {
  php: text =>
    /Symfony\\Component\\Console\\(Single\w+)?Application\b/.test(text) &&
    /->(add|addCommands?)\(/.test(text),
  py: text =>
    /^[ \t]*@(click|rich_click)\.group\b|\.add_command\(|\.add_typer\(|\.add_parser\(/m.test(text),
}

/** By the ending of who asks; undefined where nothing has to be looked for. */
export const addsByHand = (extension: string) => byHand[extension]

const byHand = Object.fromEntries(
  Object.entries(adding).map(([extension, adds]) => [
    extension,
    yesOrNo(`adds commands of ${extension}`, file => isRead(file) && adds(utf8Of(file))),
  ]),
)

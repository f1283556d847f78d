// Files without an extension whose first line names the program that reads them: `#!/usr/bin/env python3`. Pure text.

/** Without its version: `python` of `#!/usr/bin/python3.11`. */
export const interpreterIn = (text: string): string | undefined =>
  /^#![ \t]*(?:\S*\/env[ \t]+(?:-\S+[ \t]+)*)?(?:[^\s/]*\/)*([a-z][a-z-]*)/.exec(text)?.[1]

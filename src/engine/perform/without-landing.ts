// A landing turned round: a commit on top of it with the tree from before it. Merged onto anything later, it takes exactly that landing back.

import { writeCommit } from '../../workspace/commit.ts'
import { type House, personOf, secondsOf } from '../house.ts'

export async function withoutLanding(
  { repository, manners, now }: House,
  landing: string,
): Promise<string> {
  const person = personOf(manners)
  return writeCommit(repository, {
    tree: await repository.objects.treeOf(`${landing}^`),
    parents: [landing],
    message: `Without ${landing}\n`,
    author: person,
    committer: person,
    atSeconds: secondsOf(now()),
  })
}

// The verdicts on endpoints of a small repository, in tests: one resource for each, judged together.

import { judge } from './judged.ts'

/** `GET /x: implemented` of every endpoint, in the order that they are asked for. */
export async function endpointsIn(
  files: Readonly<Record<string, string>>,
  endpoints: readonly string[],
): Promise<readonly string[]> {
  const resources = endpoints.map(
    (each, index) => `    r${index}:\n      attributes:\n        endpoints: ["${each}"]\n`,
  )
  const found = await judge(files, `  endpoint:\n${resources.join('')}`)
  return endpoints.map((each, index) => `${each}: ${found.get(`endpoint.r${index}`)!.status}`)
}

export interface EndpointCase {
  readonly name: string
  readonly files: Readonly<Record<string, string>>
  /** `GET /x: implemented`, of everything that is asked for. */
  readonly verdicts: readonly string[]
}

export const askedFor = ({ verdicts }: EndpointCase) =>
  verdicts.map(each => each.slice(0, each.lastIndexOf(': ')))

// Paths that decide about work in any repository: what CI systems read on every change, and the hooks of whoever commits. A unit that means to
// change one of them claims it by name, and a branch that does needs a grant. What such a file takes from elsewhere is not followed.

import { foldCase } from '../base/paths.ts'
import { isBelowAny } from './branch.ts'

export const deciding: readonly string[] = [
  '.appveyor.yml',
  '.azure-pipelines',
  '.build.yml',
  '.builds',
  '.buildkite',
  '.circleci',
  '.cirrus.star',
  '.cirrus.yml',
  '.drone.jsonnet',
  '.drone.star',
  '.drone.yml',
  '.forgejo/actions',
  '.forgejo/workflows',
  '.gitea/actions',
  '.gitea/workflows',
  '.githooks',
  '.github/actions',
  '.github/workflows',
  '.gitlab-ci',
  '.gitlab-ci.yml',
  '.gitlab/ci',
  '.husky',
  '.lefthook.yml',
  '.overcommit.yml',
  '.pre-commit-config.yaml',
  '.semaphore',
  '.teamcity',
  '.tekton',
  '.travis.yml',
  '.woodpecker',
  '.woodpecker.yaml',
  '.woodpecker.yml',
  'Jenkinsfile',
  'appveyor.yml',
  'azure-pipelines.yml',
  'bitbucket-pipelines.yml',
  'buildkite.yml',
  'buildspec.yml',
  'cloudbuild.yaml',
  'lefthook.yml',
]

/** Whether a change of this path is a change of one of them, on whatever platform it is checked out. */
export const isReserved = (path: string, reserved: readonly string[]): boolean =>
  isBelowAny(foldCase(path), reserved.map(foldCase))

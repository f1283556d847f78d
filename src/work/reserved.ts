// Paths that decide about work in any repository: what runs on every change in CI, and the hooks of whoever commits. A unit that means to
// change one of them claims it by name, and a branch that does needs a grant.

export const deciding: readonly string[] = [
  '.circleci',
  '.githooks',
  '.github/workflows',
  '.gitlab-ci.yml',
  '.husky',
  '.pre-commit-config.yaml',
  'Jenkinsfile',
  'azure-pipelines.yml',
  'bitbucket-pipelines.yml',
  'lefthook.yml',
]

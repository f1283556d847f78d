// What Next.js, SvelteKit and Remix ask of a file by its name and place.

import type { Convention } from './row.ts'

const script = String.raw`\.[cm]?[jt]sx?$`
const next = { file: /(^|\/)package\.json$/, says: /"next"\s*:/ }

export const pageConventions: readonly Convention[] = [
  {
    by: 'Next.js',
    project: next,
    files: new RegExp(
      String.raw`(^|/)app/(.*/)?(layout|page|loading|error|global-error|not-found|template|default|forbidden|unauthorized|sitemap|robots|manifest|icon\d?|apple-icon\d?|opengraph-image\d?|twitter-image\d?)${script}`,
    ),
    isDefault: true,
    names:
      /^(generateStaticParams|generateMetadata|generateViewport|generateSitemaps|generateImageMetadata)$/,
  },
  {
    by: 'Next.js',
    project: next,
    files: new RegExp(`(^|/)app/(.*/)?route${script}`),
    names: /^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|generateStaticParams)$/,
  },
  {
    by: 'Next.js',
    project: next,
    files: new RegExp(`(^|/)pages/.*${script}`),
    isDefault: true,
    names: /^(getServerSideProps|getStaticProps|getStaticPaths|reportWebVitals)$/,
    bases: /./,
    methods: /^(getInitialProps|render)$/,
  },
  {
    by: 'Next.js',
    project: next,
    files: new RegExp(`^(.*/)?(middleware|proxy|instrumentation|instrumentation-client)${script}`),
    isDefault: true,
    names: /^(middleware|proxy|register|onRequestError|onRouterTransitionStart)$/,
  },
  {
    by: 'SvelteKit',
    project: { file: /(^|\/)package\.json$/, says: /"@sveltejs\/kit"\s*:/ },
    files: /(^|\/)(\+(page|layout|server)(\.server)?|hooks(\.server|\.client)?)\.[jt]s$/,
    names:
      /^(load|entries|GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|fallback|handle|handleFetch|handleError|init|reroute)$/,
  },
  {
    by: 'the router of Remix',
    project: { file: /(^|\/)package\.json$/, says: /"(@remix-run\/\w+|@react-router\/dev)"\s*:/ },
    files: new RegExp(String.raw`(^|/)app/(routes/.*|root|entry\.(server|client))${script}`),
    isDefault: true,
    names:
      /^(loader|action|clientLoader|clientAction|meta|links|headers|shouldRevalidate|handle|ErrorBoundary|HydrateFallback|Layout|handleRequest|handleError|handleDataRequest)$/,
  },
]

// What SwiftUI, UIKit and the library of Swift call of the types that come from theirs.

import type { Convention } from './row.ts'

const files = /\.swift$/

export const swiftConventions: readonly Convention[] = [
  {
    by: 'the protocol that it conforms to',
    files,
    bases:
      /^(View|App|Scene|ViewModifier|\w+Style|\w+Representable|Encodable|Codable|Sequence|IteratorProtocol)$/,
    isForeign: true,
    methods: /^(make\w+|update\w+|body|encode|next)$/,
  },
  {
    by: 'whoever it is the delegate of',
    files,
    bases: /(Delegate|DataSource)$/,
    isForeign: true,
    methods:
      /^(tableView|collectionView|numberOfSections|scrollView\w+|text(Field|View)\w*|picker\w*|application\w*|scene\w*|userNotificationCenter|locationManager\w*|urlSession|webView|mapView|searchBar\w*)$/,
  },
]

// export function* altMissing({ url, html }) {
//   for (const [tag] of html.matchAll(/<img[^>]*>/g)) {
//     if (!tag.includes('alt=')) yield { code: 'alt-missing', url: url.href }
//   }
// }

export const IMAGE_CHECKS = ['altMissing', 'imageTooLarge']

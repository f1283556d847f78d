export const titleMissing = function* ({ url, html }) {
  if (!/<title>[^<]+<\/title>/i.test(html)) yield { code: 'title-missing', url: url.href, message: 'page has no title' }
}

let titleTooLong, titleDuplicate
export { titleTooLong, titleDuplicate }

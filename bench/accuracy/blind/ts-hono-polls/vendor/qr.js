/* qr-lite 2.1.0, MIT, copied from the release */
export function encodeQr(text) {
  const bits = []
  for (const char of text) {
    for (let i = 7; i >= 0; i--) bits.push((char.charCodeAt(0) >> i) & 1)
  }
  return bits
}

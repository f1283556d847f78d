// Jumps that give a test up: it is told as one that is skipped, so what stands behind them is left for who tells that.

export const isSkip = (jump: string) =>
  /^(?:throw|raise)\s+(?:unittest\.)?(?:XCTSkip|SkipTest)\b/.test(jump)

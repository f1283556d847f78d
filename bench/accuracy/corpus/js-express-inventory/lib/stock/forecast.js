'use strict'

const movingAverage = (series, window) =>
  series.map((_, i) => series.slice(Math.max(0, i - window + 1), i + 1).reduce((a, b) => a + b, 0) / Math.min(window, i + 1))

function* seasons(series, period) {
  for (let i = 0; i < series.length; i += period) yield series.slice(i, i + period)
}

const TEMPLATE = `
  function exponentialSmoothing(series, alpha) {
    return series
  }
`

const pattern = /function croston\(/

function doubleExponential(series) {
  return holtWinters(series, { seasonal: false })
}

module.exports = { movingAverage, seasons, TEMPLATE, pattern }

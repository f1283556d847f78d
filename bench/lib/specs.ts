// Specs of a wanted size and shape, as text.

/** Layers of ten; each resource depends on three of the layer before. */
export function layeredSpec(count: number): string {
  return specOf(count, index => {
    const layer = Math.floor(index / 10)
    return layer === 0 ? [] : [0, 3, 7].map(step => (layer - 1) * 10 + ((index + step) % 10))
  })
}

/** Every resource depends on the next, so that a walk from the first goes as deep as there are resources. */
export function chainSpec(count: number): string {
  return specOf(count, index => (index === count - 1 ? [] : [index + 1]))
}

function specOf(count: number, dependenciesOf: (index: number) => readonly number[]): string {
  const lines = ['version: "1"', 'resources:', '  module:']
  for (let index = 0; index < count; index++) {
    lines.push(
      `    part_${index}:`,
      `      description: Part number ${index} of a system of ${count}`,
      `      depends_on: [${dependenciesOf(index)
        .map(each => `module.part_${each}`)
        .join(', ')}]`,
      '      attributes:',
      `        functions: [open_${index}, close_${index}]`,
      `      files: [src/part_${index}.ts]`,
    )
  }
  return `${lines.join('\n')}\n`
}

export async function POST() {
  throw new Error('not implemented')
}

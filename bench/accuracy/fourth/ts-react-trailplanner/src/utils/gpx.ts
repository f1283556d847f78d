import type { Point, Trail } from '../schemas/trail';

const HEAD = `<gpx creator="trailplanner"><!-- export function readGpx(text) --></gpx>`;

const escape = (text: string) => text.replace(/[<&>]/g, (c) => `&#${c.charCodeAt(0)};`);

export default (trail: Trail): string => HEAD.replace('<!--', escape(trail.name) + '<!--');

export const simplify = (line: Point[], keep: number): Point[] => line.filter((_, i) => i % keep === 0);

export { simplify as thinOut };

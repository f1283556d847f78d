import { z } from 'zod';

export const pointSchema = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);

export const difficulties = ['T1', 'T2', 'T3', 'T4'] as const;

export const trailSchema = z.object({
  id: z.string().uuid(),
  name: z.string().min(1),
  difficulty: z.enum(difficulties),
  metres: z.number().int().nonnegative(),
  ascent: z.number().int(),
  line: z.array(pointSchema),
});

export const hutSchema = z.object({
  id: z.string(),
  name: z.string(),
  beds: z.number().int(),
  openFrom: z.coerce.date().optional(),
});

export type Trail = z.infer<typeof trailSchema>;
export type Hut = z.infer<typeof hutSchema>;
export type Point = z.infer<typeof pointSchema>;

export enum Surface {
  Path = 'path',
  Gravel = 'gravel',
  Snow = 'snow',
}

export function parseTrails(input: unknown): Trail[] {
  const result = z.array(trailSchema).safeParse(input);
  if (!result.success) {
    throw new TrailFormatError(result.error.issues.map((i) => i.message));
  }
  return result.data;
}

export class TrailFormatError extends Error {
  constructor(readonly problems: string[]) {
    super(problems.join('; '));
    this.name = 'TrailFormatError';
  }
}

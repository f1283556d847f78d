export type IncrementRule = (current: number) => number;

const STEPS: Array<[number, number]> = [
  [100, 5],
  [500, 10],
  [1000, 25],
  [5000, 100],
];

export const incrementFor: IncrementRule = current => {
  const step = STEPS.find(([limit]) => current < limit);
  return step ? step[1] : 250;
};

export const flatIncrement = (amount: number): IncrementRule => () => amount;

export default class IncrementTable {
  static standard = () => new IncrementTable(STEPS);

  constructor(private readonly steps: Array<[number, number]>) {}

  get size(): number {
    return this.steps.length;
  }
}

export class Slot {
  constructor(day, hour, title) {
    Object.assign(this, { day, hour, title });
  }

  get label() {
    return `${this.day} ${String(this.hour).padStart(2, '0')}:00`;
  }

  toJSON() {
    return { ...this, label: this.label };
  }

  static parse(text) {
    const [, day, hour, title] = /^(\w+) (\d+) (.*)$/.exec(text) ?? [];
    if (!day) throw new SyntaxError(text);
    return new Slot(day, Number(hour), title);
  }
}

/** @type {Map<string, (context: { title: string }) => string>} */
const registry = new Map();

export const defineJingle = (name, render) => {
  registry.set(name, render);
  return render;
};

export const intro = defineJingle('intro', ({ title }) => `~ ${title} ~`);

export function outro({ title }) {
  return `that was ${title}`;
}

export const HELP_TEXT = `
  function fadeOut(seconds) { ... } is described in the handbook
`;

export function play(name, context) {
  const render = registry.get(name);
  if (!render) throw new Error(`no jingle ${name}`);
  return render(context);
}

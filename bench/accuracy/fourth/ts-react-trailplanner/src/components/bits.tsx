import { forwardRef, type ComponentProps, type FC, type PropsWithChildren } from 'react';

export const Spinner: FC = () => <span className="spinner" aria-busy="true" />;

export function Badge({ children }: PropsWithChildren) {
  return <span className="badge">{children}</span>;
}

export const TextInput = forwardRef<HTMLInputElement, ComponentProps<'input'>>((props, ref) => (
  <input ref={ref} className="text" {...props} />
));

/** Keeps the place of the advert on the free plan. Renders nothing on purpose. */
export const AdvertSlot = () => null;

export const ElevationChart: FC<{ ascent: number[] }> = () => {
  // TODO draw it with canvas
  return null;
};

export function WeatherStrip() {
  throw new Error('Not implemented');
}

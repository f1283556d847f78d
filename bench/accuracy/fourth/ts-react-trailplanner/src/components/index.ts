export { default as TrailCard } from './TrailCard';
export * from './SearchBox';
export { ErrorBoundary } from './ErrorBoundary';
export { Spinner, Badge as Pill } from './bits';

import { useEffect, useReducer } from 'react';
import { api } from '../api/client';
import type { Trail } from '../schemas/trail';

type State = { status: 'loading' | 'ready' | 'failed'; trails: Trail[]; error?: Error };

type Action = { type: 'loaded'; trails: Trail[] } | { type: 'failed'; error: Error };

export function trailsReducer(state: State, action: Action): State {
  switch (action.type) {
    case 'loaded':
      return { status: 'ready', trails: action.trails };
    case 'failed':
      return { ...state, status: 'failed', error: action.error };
  }
}

export function useTrails(): State {
  const [state, dispatch] = useReducer(trailsReducer, { status: 'loading', trails: [] });

  useEffect(() => {
    let alive = true;
    api
      .trails()
      .then((trails) => alive && dispatch({ type: 'loaded', trails }))
      .catch((error: Error) => alive && dispatch({ type: 'failed', error }));
    return () => {
      alive = false;
    };
  }, []);

  return state;
}

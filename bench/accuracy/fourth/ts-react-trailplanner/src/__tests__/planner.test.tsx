import { beforeEach, describe, expect, it } from 'vitest';
import { render, screen } from '@testing-library/react';
import { selectTotal, usePlanner } from '../store/plannerStore';
import { formatDistance, walkingTime } from '../utils/format';
import { UnitsProvider } from '../context/UnitsContext';
import { TrailCard } from '../components';
import type { Trail } from '../schemas/trail';

const makeTrail = (over: Partial<Trail> = {}): Trail => ({
  id: '5f0c2a9e-7d0a-4f7e-9b1e-0d2d7a3c0001',
  name: 'Ridge',
  difficulty: 'T3',
  metres: 8000,
  ascent: 600,
  line: [],
  ...over,
});

beforeEach(() => usePlanner.getState().clear());

describe('planner', () => {
  it('adds a stage once', () => {
    usePlanner.getState().addStage(makeTrail());
    usePlanner.getState().addStage(makeTrail());
    expect(selectTotal(usePlanner.getState())).toBe(8000);
  });

  it('follows the rule of the signposts', () => {
    expect(walkingTime(8000, 600)).toBe(3);
    expect(formatDistance(1609.344, 'imperial')).toBe('1.0 mi');
  });

  it('shows a card', () => {
    render(
      <UnitsProvider initial="metric">
        <TrailCard trail={makeTrail()} />
      </UnitsProvider>,
    );
    expect(screen.getByText('Ridge')).toBeTruthy();
  });
});

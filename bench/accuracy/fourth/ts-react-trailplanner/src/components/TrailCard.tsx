import { memo } from 'react';
import type { Trail } from '../schemas/trail';
import { useUnits } from '../context/UnitsContext';
import { formatHours, walkingTime } from '../utils/format';
import { Badge } from './bits';
import styles from './TrailCard.module.css';

interface TrailCardProps {
  trail: Trail;
  onAdd?: (trail: Trail) => void;
}

const TrailCard = memo(function TrailCard({ trail, onAdd }: TrailCardProps) {
  const { distance } = useUnits();
  return (
    <article className={styles.card}>
      <h3>{trail.name}</h3>
      <Badge>{trail.difficulty}</Badge>
      <p>
        {distance(trail.metres)}, {formatHours(walkingTime(trail))}
      </p>
      {onAdd && <button onClick={() => onAdd(trail)}>Add</button>}
    </article>
  );
});

export default TrailCard;

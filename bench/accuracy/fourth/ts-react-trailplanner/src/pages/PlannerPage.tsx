import { SearchBox, Spinner, TrailCard } from '../components';
import { useTrails } from '../hooks/useTrails';
import { selectAscent, selectTotal, usePlanner } from '../store/plannerStore';
import { useUnits } from '../context/UnitsContext';
import toGpx from '../utils/gpx';

export default function PlannerPage() {
  const { status, trails } = useTrails();
  const { addStage, setQuery, matches, stages } = usePlanner();
  const total = usePlanner(selectTotal);
  const ascent = usePlanner(selectAscent);
  const { distance, toggle } = useUnits();

  function download() {
    const blob = new Blob(stages.map(toGpx), { type: 'application/gpx+xml' });
    window.open(URL.createObjectURL(blob));
  }

  if (status === 'loading') return <Spinner />;
  return (
    <main>
      <SearchBox onSearch={setQuery} />
      {trails.filter(matches).map((t) => (
        <TrailCard key={t.id} trail={t} onAdd={addStage} />
      ))}
      <footer>
        <button onClick={toggle}>{distance(total)}</button> {ascent} m
        <button onClick={download}>GPX</button>
      </footer>
    </main>
  );
}

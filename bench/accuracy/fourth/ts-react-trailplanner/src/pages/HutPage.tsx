import { useEffect, useState } from 'react';
import { useParams } from 'react-router-dom';
import { api } from '../api/client';
import type { Hut } from '../schemas/trail';

export default function HutPage() {
  const { hutId = '' } = useParams();
  const [hut, setHut] = useState<Hut>();

  useEffect(() => {
    api.hut(hutId).then(setHut);
  }, [hutId]);

  const reserve = (beds: number) => api.reserve(hutId, beds);

  if (!hut) return null;
  return (
    <section>
      <h2>{hut.name}</h2>
      <button onClick={() => reserve(1)}>one of {hut.beds} beds</button>
    </section>
  );
}

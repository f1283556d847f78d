import { lazy, Suspense } from 'react';
import { BrowserRouter, Route, Routes } from 'react-router-dom';
import { ErrorBoundary, Spinner } from './components';
import { UnitsProvider } from './context/UnitsContext';
import PlannerPage from './pages/PlannerPage';

const HutPage = lazy(() => import('./pages/HutPage'));

const NotFound = () => <p role="alert">No such page.</p>;

export default function App() {
  return (
    <ErrorBoundary fallback={<p>Something broke.</p>}>
      <UnitsProvider initial="metric">
        <BrowserRouter>
          <Suspense fallback={<Spinner />}>
            <Routes>
              <Route path="/" element={<PlannerPage />} />
              <Route path="/huts/:hutId" element={<HutPage />} />
              <Route path="*" element={<NotFound />} />
            </Routes>
          </Suspense>
        </BrowserRouter>
      </UnitsProvider>
    </ErrorBoundary>
  );
}

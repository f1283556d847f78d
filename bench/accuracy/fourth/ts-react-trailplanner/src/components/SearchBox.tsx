import { useEffect, useState } from 'react';
import { useDebounced } from '../hooks/useDebounced';
import { TextInput } from './bits';

export interface SearchBoxProps {
  onSearch(query: string): void;
}

export function SearchBox({ onSearch }: SearchBoxProps) {
  const [text, setText] = useState('');
  const debounced = useDebounced(text);

  useEffect(() => onSearch(debounced), [debounced, onSearch]);

  const handleClear = () => setText('');

  return (
    <div>
      <TextInput value={text} onChange={(e) => setText(e.target.value)} />
      {/* <VoiceInput onText={setText} /> */}
      <button onClick={handleClear}>×</button>
    </div>
  );
}

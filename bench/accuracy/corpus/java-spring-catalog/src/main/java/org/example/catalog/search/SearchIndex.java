package org.example.catalog.search;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

public abstract class SearchIndex<K extends Comparable<K>, V> {

    public @interface Indexed {
        String field() default "";
    }

    public enum Mode { EXACT, PREFIX }

    protected final Map<K, V> entries = new TreeMap<>();

    protected final Function<V, String> describe = value -> String.valueOf(value);

    protected abstract K keyOf(V value);

    public void add(V value) {
        entries.put(keyOf(value), value);
        afterAdd(value);
    }

    /** Subclasses may listen; by default nobody does. */
    protected void afterAdd(V value) {
    }

    static class Synonyms {
        String canonical(String word) {
            return word.equals("laptop") ? "notebook" : word;
        }
    }
}

package org.example.catalog.search;

import java.util.HashMap;
import java.util.Map;

public class FacetCounter {

    private final Map<String, Integer> counts = new HashMap<>();

    public void count(String facet) {
        counts.merge(facet, 1, Integer::sum);
    }

    public int total( {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}

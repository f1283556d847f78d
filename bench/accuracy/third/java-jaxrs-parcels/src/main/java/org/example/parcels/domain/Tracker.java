package org.example.parcels.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

public class Tracker {

    private final Map<String, Parcel> byCode = new ConcurrentHashMap<>();

    public Tracker() {}

    public void add(Parcel parcel) {
        if (byCode.putIfAbsent(parcel.code(), parcel) != null) {
            throw new DuplicateParcelException(parcel.code());
        }
    }

    public Optional<Parcel> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    public boolean remove(String code) {
        return byCode.remove(code) != null;
    }

    List<Parcel> heavy() {
        return byCode.values().stream().filter(Parcel::isHeavy).toList();
    }

    public List<Parcel> late() {
        // TODO needs the promised date of each parcel
        return List.of();
    }

    public String nearestDepot(String code) {
        return null;
    }
}

package org.example.parcels.domain;

public class DuplicateParcelException extends RuntimeException {

    public DuplicateParcelException(String code) {
        super("parcel " + code + " is known already");
    }
}

package org.example.parcels.pricing;

import org.example.parcels.domain.Parcel;

public abstract class Tariff {

    public abstract int cents(Parcel parcel);

    public int withInsurance(Parcel parcel) {
        return cents(parcel) + 150;
    }

    protected int surcharge(Parcel parcel) {
        throw new UnsupportedOperationException("not implemented");
    }
}

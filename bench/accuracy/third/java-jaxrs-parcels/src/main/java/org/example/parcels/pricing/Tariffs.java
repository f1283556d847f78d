package org.example.parcels.pricing;

import org.example.parcels.domain.Parcel;

public final class Tariffs {

    private Tariffs() {}

    public static Tariff standard() {
        return new StandardTariff();
    }

    static class StandardTariff extends Tariff {
        @Override
        public int cents(Parcel parcel) {
            return 495 + parcel.grams() / 1000 * 100 + surcharge(parcel);
        }

        @Override
        protected int surcharge(Parcel parcel) {
            return parcel.size() == Parcel.Size.BULKY ? 300 : 0;
        }
    }

    static class StaffTariff extends Tariff {
        @Override
        public int cents(Parcel parcel) {
            return 0;
        }

        @Override
        protected int surcharge(Parcel parcel) {
            return 0;
        }
    }

    static class ContractTariff {
    }
}

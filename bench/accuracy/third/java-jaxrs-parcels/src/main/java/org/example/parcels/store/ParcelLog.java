package org.example.parcels.store;

import org.example.parcels.domain.Parcel;

public interface ParcelLog {

    void append(Parcel parcel);

    ParcelLog SILENT = new ParcelLog() {
        @Override
        public void append(Parcel parcel) {
            // A null object: tests and dry runs want nothing to be written.
        }
    };
}

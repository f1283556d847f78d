package org.example.parcels;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import org.example.parcels.rest.DepotResource;
import org.example.parcels.rest.ParcelResource;
import org.example.parcels.rest.PingResource;

@ApplicationPath("/rest")
public class ParcelsApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(ParcelResource.class, DepotResource.class, PingResource.class);
    }
}

package org.example.parcels.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;

@Path("/depots/{depot}/shelves")
public class DepotResource {

    @GET
    public List<String> shelves(@PathParam("depot") String depot) {
        return List.of(depot + "-A", depot + "-B");
    }

    @GET
    @Path("{shelf: [0-9]+}/load")
    public int load(@PathParam("depot") String depot, @PathParam("shelf") int shelf) {
        return Math.floorMod(depot.hashCode(), 10) + shelf;
    }
}

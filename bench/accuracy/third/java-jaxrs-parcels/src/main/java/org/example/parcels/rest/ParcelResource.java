package org.example.parcels.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.example.parcels.domain.Parcel;
import org.example.parcels.domain.Tracker;

@Path("parcels")
@Produces(MediaType.APPLICATION_JSON)
public class ParcelResource {

    private final Tracker tracker;

    @Inject
    public ParcelResource(Tracker tracker) {
        this.tracker = tracker;
    }

    @GET
    @Path("{code}")
    public Parcel show(@PathParam("code") String code) {
        return tracker.find(code).orElseThrow();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response register(Parcel parcel) {
        tracker.add(parcel);
        return Response.status(Response.Status.CREATED).entity(parcel).build();
    }

    @PUT
    @Path("/{code}/route")
    public Response reroute(@PathParam("code") String code) {
        throw new UnsupportedOperationException("rerouting comes with the new depot software");
    }

    @DELETE
    @Path("{code}")
    public Response recall(@PathParam("code") String code) {
        if (!tracker.remove(code)) {
            return Response.status(Response.Status.NOT_FOUND).build();
        }
        return Response.noContent().build();
    }

    @GET
    @Path("{code}/signature")
    public Response signature(@PathParam("code") String code) {
        return Response.status(501).build();
    }

    // @GET
    // @Path("lost/today")
    // public List<Parcel> lost() {
    //     return tracker.lost();
    // }
}

package org.example.catalog.web;

import org.springframework.web.client.RestClient;

public class CatalogClient {

    private final RestClient rest;

    public CatalogClient(String baseUrl) {
        this.rest = RestClient.create(baseUrl);
    }

    public String bundles() {
        return rest.get().uri("/api/bundles").retrieve().body(String.class);
    }
}

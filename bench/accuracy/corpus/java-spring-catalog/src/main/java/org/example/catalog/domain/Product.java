package org.example.catalog.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "products")
public class Product {

    @Id
    private String sku;
    private String name;
    private long cents;

    protected Product() {
    }

    public Product(String sku, String name, long cents) {
        this.sku = sku;
        this.name = name;
        this.cents = cents;
    }

    public String getSku() {
        return sku;
    }

    public long getCents() {
        return cents;
    }

    public void setCents(long cents) {
        this.cents = cents;
    }

    @Override
    public String toString() {
        return sku + " " + name;
    }
}

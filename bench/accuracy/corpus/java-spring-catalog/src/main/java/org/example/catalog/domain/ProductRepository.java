package org.example.catalog.domain;

import java.util.List;

import org.springframework.data.jpa.repository.JpaRepository;

public interface ProductRepository extends JpaRepository<Product, String> {

    List<Product> findByNameContaining(String part);

    default boolean isEmpty() {
        return count() == 0;
    }
}

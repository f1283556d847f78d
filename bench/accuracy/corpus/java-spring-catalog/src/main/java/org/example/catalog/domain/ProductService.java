package org.example.catalog.domain;

import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Products. Bulk loading (importCsv, exportCsv) is done by the back office for now.
 */
@Service
public class ProductService {

    private final ProductRepository repository;

    public ProductService(ProductRepository repository) {
        this.repository = repository;
    }

    public Optional<Product> find(String sku) {
        return repository.findById(sku);
    }

    public List<Product> search(String query) {
        return repository.findByNameContaining(query);
    }

    @Transactional
    public Product save(Product product) {
        return repository.save(product);
    }

    @Transactional
    public Product reprice(String sku, long cents) {
        Product product = find(sku).orElseThrow(() -> new ProductNotFound(sku));
        product.setCents(cents);
        return product;
    }

    public void archive(String sku) {
    }

    public List<Product> similarTo(String sku) {
        // TODO ask the recommendation team for an endpoint
        return List.of();
    }

    private static String slug(String name) {
        return name.trim().toLowerCase().replaceAll("[^a-z0-9]+", "-");
    }

    public static class ProductNotFound extends RuntimeException {
        public ProductNotFound(String sku) {
            super("no product " + sku);
        }
    }
}

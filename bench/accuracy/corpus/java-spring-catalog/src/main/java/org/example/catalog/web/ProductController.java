package org.example.catalog.web;

import java.util.List;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import org.example.catalog.domain.Product;
import org.example.catalog.domain.ProductService;

@RestController
@RequestMapping("/api/products")
public class ProductController {

    private final ProductService products;

    public ProductController(ProductService products) {
        this.products = products;
    }

    @GetMapping
    public List<Product> list(@RequestParam(defaultValue = "") String query) {
        return products.search(query);
    }

    @GetMapping("/{sku}")
    public ResponseEntity<Product> show(@PathVariable String sku) {
        return ResponseEntity.of(products.find(sku));
    }

    @PostMapping(consumes = "application/json")
    @ResponseStatus(HttpStatus.CREATED)
    public Product create(@RequestBody Product product) {
        return products.save(product);
    }

    @RequestMapping(value = {"/{sku}/price", "/{sku}/prices"}, method = RequestMethod.PUT)
    public Product reprice(@PathVariable String sku, @RequestBody long cents) {
        return products.reprice(sku, cents);
    }

    @PutMapping("/{sku}/stock")
    public void restock(@PathVariable String sku) {
        throw new UnsupportedOperationException("Not implemented yet");
    }

    // @DeleteMapping("/{sku}")
    // public void delete(@PathVariable String sku) {
    //     products.remove(sku);
    // }

    @DeleteMapping("/{sku}/cache")
    public ResponseEntity<Void> evict(@PathVariable String sku) {
        return ResponseEntity.status(HttpStatus.NOT_IMPLEMENTED).build();
    }
}

package org.example.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.Mockito.mock;

import org.example.catalog.domain.Money;
import org.example.catalog.domain.ProductRepository;
import org.example.catalog.domain.ProductService;
import org.example.catalog.pricing.PercentageDiscount;
import org.junit.jupiter.api.Test;

class ProductServiceTest {

    static class StubRepository {
        long count() {
            return 0;
        }
    }

    @Test
    void unknownProductsCannotBeRepriced() {
        ProductService service = new ProductService(mock(ProductRepository.class));
        assertThrows(ProductService.ProductNotFound.class, () -> service.reprice("x-1", 100));
    }

    @Test
    void percentageIsTakenOff() {
        assertEquals(new Money(90, "EUR"), new PercentageDiscount(10).apply(new Money(100, "EUR")));
    }
}

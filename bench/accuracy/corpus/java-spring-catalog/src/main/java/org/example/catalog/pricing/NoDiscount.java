package org.example.catalog.pricing;

import org.example.catalog.domain.Money;

public record NoDiscount() implements DiscountRule {

    @Override
    public Money apply(Money price) {
        return price;
    }
}

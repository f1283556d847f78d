package org.example.catalog.pricing;

import org.example.catalog.domain.Money;

public final class PercentageDiscount implements DiscountRule {

    private final int percent;

    public PercentageDiscount(int percent) {
        this.percent = percent;
    }

    @Override
    public Money apply(Money price) {
        return new Money(price.cents() * (100 - percent) / 100, price.currency());
    }
}

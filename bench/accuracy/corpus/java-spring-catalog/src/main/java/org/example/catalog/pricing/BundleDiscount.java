package org.example.catalog.pricing;

import org.example.catalog.domain.Money;

public final class BundleDiscount implements DiscountRule {

    @Override
    public Money apply(Money price) {
        throw new UnsupportedOperationException();
    }
}

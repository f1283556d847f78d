package org.example.catalog.pricing;

import org.example.catalog.domain.Money;

public sealed interface DiscountRule permits PercentageDiscount, NoDiscount, BundleDiscount {

    Money apply(Money price);
}

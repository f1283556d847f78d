package org.example.catalog.domain;

public record Money(long cents, String currency) {
}

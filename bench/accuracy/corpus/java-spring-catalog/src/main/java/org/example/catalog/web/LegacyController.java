package org.example.catalog.web;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Kept for reference; it is not a bean any more. */
@RequestMapping("/legacy")
public class LegacyController {

    @GetMapping("/items")
    public String items() {
        return "[]";
    }
}

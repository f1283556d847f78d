package org.example.catalog.web;

import java.util.Map;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class StatusController {

    static final String ADMIN_DOC = """
        @PostMapping("/admin/reindex")
        public void reindexAll() { }
        """;

    @GetMapping(path = "/status")
    Map<String, String> status() {
        return Map.of("status", "up");
    }
}

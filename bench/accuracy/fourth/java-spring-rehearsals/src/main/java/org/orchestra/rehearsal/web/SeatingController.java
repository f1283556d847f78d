package org.orchestra.rehearsal.web;

import org.orchestra.rehearsal.domain.SeatingResult;
import org.orchestra.rehearsal.seating.SeatingService;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseBody;

@Controller
public class SeatingController {

    private final SeatingService seating;

    public SeatingController(SeatingService seating) {
        this.seating = seating;
    }

    @RequestMapping(value = "/seating", method = {RequestMethod.GET, RequestMethod.POST})
    @ResponseBody
    public SeatingResult seating() {
        return seating.seat();
    }

    @GetMapping(path = {"/seating/plan", "/seating/chart"}, produces = "text/plain")
    public ResponseEntity<String> plan() {
        return ResponseEntity.ok(seating.seat().describe());
    }
}

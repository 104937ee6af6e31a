package org.ancregistry.portals.mother;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** A page that is about to go away asks here whether she is signed in still: that she asked keeps her session going. */
@Controller
class StayController {

    @GetMapping("/mother/stay")
    ResponseEntity<Void> stay() {
        return ResponseEntity.noContent().build();
    }
}

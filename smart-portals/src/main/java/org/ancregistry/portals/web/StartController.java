package org.ancregistry.portals.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page: which of the portals is for you. */
@Controller
class StartController {

    @GetMapping("/")
    String start() {
        return "start";
    }
}

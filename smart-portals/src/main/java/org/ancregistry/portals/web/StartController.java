package org.ancregistry.portals.web;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page: when not to wait, in every language, and which of the portals is for you. */
@Controller
class StartController {

    private final MessageSource messages;
    private final PortalSettings settings;

    StartController(MessageSource messages, PortalSettings settings) {
        this.messages = messages;
        this.settings = settings;
    }

    @GetMapping("/")
    String start(Model page) {
        page.addAttribute("ambulance", settings.ambulancePhone());
        page.addAttribute(
                "dangers",
                Languages.ALL.stream()
                        .map(language -> new DangerLink(
                                language.tag(), messages.getMessage("danger.link", null, language.locale())))
                        .toList());
        return "start";
    }

    /** The way to the danger signs in one language, said in that language. */
    public record DangerLink(String tag, String words) {}
}

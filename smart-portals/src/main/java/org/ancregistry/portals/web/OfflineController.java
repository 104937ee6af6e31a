package org.ancregistry.portals.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** For a phone that loses the network: the danger signs stay on it, under a name that says nothing. */
@Controller
class OfflineController {

    private static final String BRAND = "#0b4f4a";

    private final OfflineCopy copy;
    private final Assets assets;
    private final PortalSettings settings;
    private final MessageSource messages;

    OfflineController(OfflineCopy copy, Assets assets, PortalSettings settings, MessageSource messages) {
        this.copy = copy;
        this.assets = assets;
        this.settings = settings;
        this.messages = messages;
    }

    @GetMapping(value = "/service-worker.js", produces = "text/javascript;charset=UTF-8")
    @ResponseBody
    String worker() {
        return copy.worker();
    }

    /** The danger signs, saying that there is no network; whoever has the phone in her hand may see what the window is called. */
    @GetMapping("/offline")
    String page(Model page) {
        page.addAttribute("ambulance", settings.ambulancePhone());
        page.addAttribute("offline", true);
        page.addAttribute("sharedPhone", true);
        return "danger-signs";
    }

    /** What the page is called among the apps of a phone. */
    @GetMapping(value = "/manifest.webmanifest", produces = "application/manifest+json;charset=UTF-8")
    @ResponseBody
    Map<String, Object> manifest(Locale locale) {
        var name = messages.getMessage("frame.neutral", null, locale);
        var icon = Map.of(
                "src", String.valueOf(assets.addresses().get("favicon.svg")).substring(1), "sizes", "any");
        return Map.of(
                "name",
                name,
                "short_name",
                name,
                "lang",
                locale.getLanguage(),
                "start_url",
                "mother",
                "scope",
                "./",
                "display",
                "minimal-ui",
                "theme_color",
                BRAND,
                "background_color",
                "#ffffff",
                "icons",
                List.of(icon));
    }
}

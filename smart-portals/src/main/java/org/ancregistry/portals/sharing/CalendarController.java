package org.ancregistry.portals.sharing;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import org.ancregistry.domain.access.AppointmentBook;
import org.ancregistry.portals.authorization.Installation;
import org.ancregistry.portals.phone.SharedPhone;
import org.ancregistry.portals.signin.SignedInPerson;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** She lets the calendar of her own phone ask for her appointments by itself, and ends that again. */
@Controller
@RequestMapping("/mother/calendar")
class CalendarController {

    private static final String PAGE = "mother/calendar";

    private final CalendarFeeds feeds;
    private final Installation installation;
    private final ObjectProvider<AppointmentBook> book;

    /** @param book where the registry runs elsewhere there is none, and no calendar can ask */
    CalendarController(CalendarFeeds feeds, Installation installation, ObjectProvider<AppointmentBook> book) {
        this.feeds = feeds;
        this.installation = installation;
        this.book = book;
    }

    @ModelAttribute
    void requireBook() {
        if (book.getIfAvailable() == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    @GetMapping
    String ask(@AuthenticationPrincipal SignedInPerson her, Model page) {
        page.addAttribute("open", feeds.of(her.reference()).orElse(null));
        return PAGE;
    }

    /** The address is in this one answer only. A calendar says no language: hers is part of it. */
    @PostMapping
    String open(@AuthenticationPrincipal SignedInPerson her, HttpServletRequest request, Locale locale, Model page) {
        if (SharedPhone.is(request)) {
            return ask(her, page);
        }
        var address = "%s/calendar/%s.ics?lang=%s"
                .formatted(installation.issuer(), feeds.open(her.reference()), locale.getLanguage());
        page.addAttribute("address", address);
        page.addAttribute(
                "subscribe", address.replaceFirst("^" + URI.create(address).getScheme(), "webcal"));
        return ask(her, page);
    }

    @PostMapping("/end")
    String end(@AuthenticationPrincipal SignedInPerson her) {
        feeds.end(her.reference());
        return "redirect:/mother/calendar";
    }
}

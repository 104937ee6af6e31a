package org.ancregistry.portals.admin;

import java.time.Clock;
import java.time.Duration;
import org.ancregistry.portals.signin.SignedInPerson;
import org.springframework.ui.Model;

/** Gives out a one-time code. It stands on this one page and nowhere else: whoever comes back gets another. */
final class LinkCodePage {

    private static final Duration LIFE = Duration.ofDays(7);

    private final StaffLinks links;
    private final Clock clock;

    LinkCodePage(StaffLinks links, Clock clock) {
        this.links = links;
        this.clock = clock;
    }

    /** A new code for somebody who was found to be the clerk's to manage. */
    String show(Person person, SignedInPerson clerk, Model model) {
        model.addAttribute("staff", person);
        model.addAttribute("code", links.newCode(person.reference(), clerk.reference()));
        model.addAttribute("expires", clock.instant().plus(LIFE));
        return "admin/code";
    }
}

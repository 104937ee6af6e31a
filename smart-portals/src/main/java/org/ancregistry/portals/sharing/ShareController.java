package org.ancregistry.portals.sharing;

import jakarta.servlet.http.HttpServletRequest;
import org.ancregistry.domain.access.SharedRecordTrail;
import org.ancregistry.portals.authorization.Installation;
import org.ancregistry.portals.card.QrCode;
import org.ancregistry.portals.registry.Records;
import org.ancregistry.portals.signin.SignedInPerson;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** She makes a link for somebody who stands beside her, and ends it again. Without an audit trail nothing is shared. */
@Controller
@RequestMapping("/mother/share")
class ShareController {

    private final Records records;
    private final SharedCopies copies;
    private final Installation installation;
    private final ObjectProvider<SharedRecordTrail> trail;

    ShareController(
            Records records, SharedCopies copies, Installation installation, ObjectProvider<SharedRecordTrail> trail) {
        this.records = records;
        this.copies = copies;
        this.installation = installation;
        this.trail = trail;
    }

    @ModelAttribute
    void requireTrail() {
        if (trail.getIfAvailable() == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    @GetMapping
    String ask(@AuthenticationPrincipal SignedInPerson her, Model page) {
        page.addAttribute("open", copies.of(her.reference()));
        return "mother/share";
    }

    /** Link and PIN are in this one answer only. */
    @PostMapping
    String give(@AuthenticationPrincipal SignedInPerson her, HttpServletRequest request, Model page) {
        var open = copies.of(her.reference());
        if (open.stream().filter(one -> !one.shut()).count() >= SharedCopies.MOST_AT_ONCE) {
            page.addAttribute("open", open);
            page.addAttribute("tooMany", true);
            return "mother/share";
        }
        var id = her.reference().substring(her.reference().indexOf('/') + 1);
        var given = copies.give(her.reference(), records.asRead(request, id));
        var link = installation.issuer() + "/shared/" + given.token();
        page.addAttribute("link", link);
        page.addAttribute("pin", given.pin());
        page.addAttribute("until", given.until());
        page.addAttribute("code", QrCode.of(link));
        return "mother/share-link";
    }

    @PostMapping("/{id:[0-9a-f]{64}}/end")
    String end(@PathVariable String id, @AuthenticationPrincipal SignedInPerson her) {
        copies.end(her.reference(), id);
        return "redirect:/mother/share";
    }
}

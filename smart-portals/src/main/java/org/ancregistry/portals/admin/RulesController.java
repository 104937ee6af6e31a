package org.ancregistry.portals.admin;

import java.util.EnumMap;
import java.util.stream.Collectors;
import org.ancregistry.domain.rules.RuleBook;
import org.ancregistry.domain.rules.RuleDefinition;
import org.ancregistry.domain.rules.Severity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The clinical rules as they are in force here, with their numbers and where these come from. */
@Controller
class RulesController {

    private final RuleBook rules;

    /** @param rules the registry's, where it runs in the same process; otherwise as they are shipped */
    RulesController(ObjectProvider<RuleBook> rules) {
        this.rules = rules.getIfAvailable(RuleBook::shipped);
    }

    @GetMapping("/admin/rules")
    String inForce(Model page) {
        page.addAttribute(
                "groups",
                rules.definitions().stream()
                        .collect(Collectors.groupingBy(
                                RuleDefinition::severity, () -> new EnumMap<>(Severity.class), Collectors.toList())));
        return "admin/rules";
    }
}

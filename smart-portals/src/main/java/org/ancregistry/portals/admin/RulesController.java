package org.ancregistry.portals.admin;

import java.util.EnumMap;
import java.util.Map;
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

    /** UCUM's codes as people write them; the numbers and names beside them are English, too. */
    private static final Map<String, String> UNITS = Map.of(
            "mm[Hg]",
            "mmHg",
            "wk",
            "weeks",
            "d",
            "days",
            "a",
            "years",
            "Cel",
            "°C",
            "/min",
            "a minute",
            "mo",
            "months",
            "10*3/uL",
            "× 10³/µL",
            "kg/m2",
            "kg/m²");

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
        page.addAttribute("units", UNITS);
        return "admin/rules";
    }
}

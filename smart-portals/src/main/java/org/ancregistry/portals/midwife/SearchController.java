package org.ancregistry.portals.midwife;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.ancregistry.portals.registry.WorkLists;
import org.ancregistry.portals.registry.WorkLists.Asked;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Finds one of a midwife's mothers in the list, or those of a village. What was typed or chosen comes in forms only, also when a page is turned, since
 * addresses are kept in logs.
 */
@Controller
@RequestMapping("/midwife/search")
class SearchController {

    private static final int LONGEST = 200;
    private static final Set<String> GRADES = Set.of("moderate", "high", "urgent");

    private final WorkLists lists;

    SearchController(WorkLists lists) {
        this.lists = lists;
    }

    /** After a reload, or in another language: the words are typed again. */
    @GetMapping
    String again() {
        return "redirect:/midwife";
    }

    /** Without a tab among all of them: who is looked for need not be due. */
    @PostMapping
    String find(
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String risk,
            @RequestParam(defaultValue = "") String village,
            @RequestParam(defaultValue = "") String tab,
            @RequestParam(defaultValue = "") String page,
            HttpServletRequest request,
            Model model) {
        var asked = new Asked(
                WorkLists.TABS.contains(tab) ? tab : "all",
                MothersController.number(page),
                bounded(words),
                GRADES.contains(risk) ? risk : "",
                bounded(village));
        if (asked.words().isEmpty() && asked.risk().isEmpty() && asked.village().isEmpty()) {
            return "redirect:/midwife";
        }
        model.addAttribute("search", asked);
        model.addAttribute("tabs", WorkLists.TABS);
        model.addAttribute("tab", asked.tab());
        model.addAttribute("number", asked.page());
        model.addAttribute("list", lists.list(request, asked));
        model.addAttribute("drafts", List.of());
        model.addAttribute("asking", 0);
        model.addAttribute("coming", List.of());
        return "midwife/mothers";
    }

    private static String bounded(String typed) {
        var words = typed.strip();
        return words.substring(0, Math.min(words.length(), LONGEST));
    }
}

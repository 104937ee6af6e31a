package org.ancregistry.portals.midwife;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ancregistry.domain.access.Role;
import org.ancregistry.portals.registry.MidwifeAreas;
import org.ancregistry.portals.registry.Mothers;
import org.ancregistry.portals.registry.Moves;
import org.ancregistry.portals.registry.Moves.Move;
import org.ancregistry.portals.registry.Questions;
import org.ancregistry.portals.registry.Waiting;
import org.ancregistry.portals.registry.WorkList;
import org.ancregistry.portals.registry.WorkLists;
import org.ancregistry.portals.signin.SignedInPerson;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The midwife's first page: whom of her areas to see next, and the registrations she has not finished. */
@Controller
class MothersController {

    private final WorkLists lists;
    private final Mothers mothers;
    private final Moves moves;
    private final Questions questions;
    private final MidwifeAreas midwifeAreas;
    private final Waiting waiting;
    private final Drafts drafts;

    MothersController(
            WorkLists lists,
            Mothers mothers,
            Moves moves,
            Questions questions,
            MidwifeAreas midwifeAreas,
            Waiting waiting,
            Drafts drafts) {
        this.lists = lists;
        this.mothers = mothers;
        this.moves = moves;
        this.questions = questions;
        this.midwifeAreas = midwifeAreas;
        this.waiting = waiting;
        this.drafts = drafts;
    }

    /** An unknown tab or page is a mistyped address: the day begins anew. */
    @GetMapping("/midwife")
    String mine(
            @RequestParam(defaultValue = "") String tab,
            @RequestParam(defaultValue = "") String page,
            @AuthenticationPrincipal SignedInPerson midwife,
            HttpServletRequest request,
            Model model) {
        var shown = tab(tab);
        var number = number(page);
        model.addAttribute("tabs", WorkLists.TABS);
        list(shown, number, request, model);
        model.addAttribute("drafts", drafts.open(midwife.reference()));
        model.addAttribute("asking", number == 0 ? questions.waitingCount(request) : 0);
        model.addAttribute("coming", number == 0 ? coming(midwife, request) : List.of());
        if (midwife.role() == Role.SUPERVISOR) {
            model.addAttribute("waiting", waiting.of(request));
            model.addAttribute("areaNames", areaNames(model, request));
        }
        return "midwife/mothers";
    }

    /** The same list on paper, with room to write: where there is no network it is all she has. */
    @GetMapping("/midwife/day-list")
    String onPaper(
            @RequestParam(defaultValue = "") String tab,
            @RequestParam(defaultValue = "") String page,
            HttpServletRequest request,
            Model model) {
        list(tab(tab), number(page), request, model);
        return "midwife/day-list";
    }

    private void list(String tab, int number, HttpServletRequest request, Model model) {
        model.addAttribute("tab", tab);
        model.addAttribute("number", number);
        model.addAttribute("list", lists.list(request, tab, number));
    }

    private static String tab(String asked) {
        return WorkLists.TABS.contains(asked) ? asked : WorkLists.TABS.get(0);
    }

    static int number(String page) {
        return page.matches("[0-9]{1,3}") ? Integer.parseInt(page) : 0;
    }

    /** A supervisor's list is of several midwives: each row says whose area it is. */
    private Map<String, String> areaNames(Model model, HttpServletRequest request) {
        var rows = model.getAttribute("list") instanceof WorkList list ? list.rows() : List.<WorkList.Row>of();
        var areas = rows.stream()
                .flatMap(row -> Stream.ofNullable(row.mother().area()))
                .collect(Collectors.toSet());
        return midwifeAreas.names(request, areas);
    }

    /** Whom other areas hand over to hers, or to one that she supervises. */
    private List<Move> coming(SignedInPerson midwife, HttpServletRequest request) {
        var open = moves.coming(request);
        var areas = open.stream().map(Move::area).collect(Collectors.toSet());
        var hers = midwifeAreas.within(request, areas, midwife.areas());
        return open.stream().filter(move -> hers.contains(move.area())).toList();
    }

    @GetMapping("/midwife/mothers/{id:[A-Za-z0-9.-]{1,64}}")
    String mother(@PathVariable String id, HttpServletRequest request, Model page) {
        page.addAttribute("mother", mothers.mother(request, id));
        return "midwife/mother";
    }

    @PostMapping("/midwife/registrations")
    String begin(@AuthenticationPrincipal SignedInPerson midwife) {
        return Steps.to(drafts.begin(midwife.reference()), "find");
    }

    /** What was typed cannot be brought back: it is deleted at the second press. */
    @GetMapping("/midwife/registrations/{id}/delete")
    String askBeforeDeleting(@PathVariable String id, @AuthenticationPrincipal SignedInPerson midwife, Model page) {
        var draft = drafts.find(id, midwife.reference())
                .filter(open -> open.answer() == null)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        page.addAttribute("draft", draft);
        return "midwife/delete";
    }

    @PostMapping("/midwife/registrations/{id}/delete")
    String delete(@PathVariable String id, @AuthenticationPrincipal SignedInPerson midwife, RedirectAttributes after) {
        drafts.delete(id, midwife.reference());
        after.addFlashAttribute("draftDeleted", true);
        return "redirect:/midwife";
    }
}

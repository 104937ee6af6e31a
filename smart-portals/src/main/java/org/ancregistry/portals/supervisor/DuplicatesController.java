package org.ancregistry.portals.supervisor;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.ancregistry.portals.registry.Duplicates;
import org.ancregistry.portals.registry.MidwifeAreas;
import org.ancregistry.portals.registry.PastCare;
import org.ancregistry.portals.registry.RegistryRefusal;
import org.ancregistry.portals.signin.SignedInPerson;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Records that may be of one woman: the list, both sides, what a supervisor decides, and taking a merge back. */
@Controller
@RequestMapping("/midwife/duplicates")
class DuplicatesController {

    static final List<String> GRADES = List.of("certain", "probable", "possible");

    private static final String ID = "[A-Za-z0-9.-]{1,64}";
    private static final String PAIR = "/{one:" + ID + "}/{other:" + ID + "}";
    private static final String MERGED = "/merged/{source:" + ID + "}/{target:" + ID + "}";
    private static final Set<String> MEANWHILE = Set.of("version-conflict", "already-decided", "request-reused");
    private static final Set<String> EXPLAINED = Set.of("phn-bound-to-another", "phn-not-applicable");

    private final Duplicates duplicates;
    private final MidwifeAreas areas;
    private final PastCare past;

    DuplicatesController(Duplicates duplicates, MidwifeAreas areas, PastCare past) {
        this.past = past;
        this.duplicates = duplicates;
        this.areas = areas;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "probable") String grade,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "1") int page,
            @AuthenticationPrincipal SignedInPerson supervisor,
            HttpServletRequest request,
            Model model) {
        var least = GRADES.contains(grade) ? grade : "probable";
        var own = own(supervisor, request);
        var only = own.stream().map(MidwifeAreas.Area::id).filter(area::equals).findFirst();
        var number = Math.min(Math.max(page, 1), 500);
        model.addAttribute(
                "found",
                duplicates.list(
                        request, least, only.map(id -> "Organization/" + id).orElse(null), number));
        model.addAttribute("grades", GRADES);
        model.addAttribute("grade", least);
        model.addAttribute("areas", own);
        model.addAttribute("area", only.orElse(""));
        model.addAttribute("number", number);
        return "supervisor/duplicates";
    }

    /** The midwives' areas that lie in hers; a supervisor of a midwife's area alone has that one. */
    private List<MidwifeAreas.Area> own(SignedInPerson supervisor, HttpServletRequest request) {
        var all = areas.ownAndBelow(request, supervisor.areas());
        var below = all.stream()
                .filter(area -> !supervisor.areas().contains("Organization/" + area.id()))
                .toList();
        return below.isEmpty() ? all : below;
    }

    @GetMapping(PAIR)
    String look(@PathVariable String one, @PathVariable String other, HttpServletRequest request, Model model) {
        var sides = duplicates.look(request, one, other);
        return show(new Pair(one, other), sides, PairForm.begun(sides), request, model);
    }

    @PostMapping(PAIR)
    String decide(
            @PathVariable String one,
            @PathVariable String other,
            @ModelAttribute("form") PairForm form,
            BindingResult errors,
            HttpServletRequest request,
            RedirectAttributes next,
            Model model) {
        var pair = new Pair(one, other);
        form.check(errors);
        if (errors.hasErrors()) {
            return show(pair, duplicates.look(request, one, other), form, request, model);
        }
        try {
            return decided(pair, form, request, next);
        } catch (RegistryRefusal refusal) {
            return refused(pair, form, refusal, errors, request, model);
        }
    }

    private String decided(Pair pair, PairForm form, HttpServletRequest request, RedirectAttributes next) {
        if (form.isDifferent()) {
            duplicates.different(request, pair.one(), pair.other(), form.id(), form.why());
            next.addFlashAttribute("done", "different");
            return "redirect:/midwife/duplicates";
        }
        var merge = form.merge(pair);
        duplicates.merge(request, merge);
        next.addFlashAttribute("done", "merged");
        return "redirect:/midwife/duplicates/merged/" + merge.source() + "/" + merge.target();
    }

    private String refused(
            Pair pair,
            PairForm form,
            RegistryRefusal refusal,
            BindingResult errors,
            HttpServletRequest request,
            Model model) {
        if (MEANWHILE.contains(refusal.code())) {
            model.addAttribute("pair", pair);
            return "supervisor/duplicate-meanwhile";
        }
        if (!EXPLAINED.contains(refusal.code())) {
            throw refusal;
        }
        errors.rejectValue("decision", "duplicates.problem." + refusal.code());
        return show(pair, duplicates.look(request, pair.one(), pair.other()), form.again(), request, model);
    }

    private String show(Pair pair, Duplicates.Sides sides, PairForm form, HttpServletRequest request, Model model) {
        model.addAttribute("past", past.of(request, Stream.of(pair.one(), pair.other())));
        model.addAttribute("pair", pair);
        model.addAttribute("sides", sides);
        model.addAttribute("form", form);
        return "supervisor/duplicate";
    }

    @GetMapping(MERGED)
    String merged(@PathVariable String source, @PathVariable String target, Model model) {
        model.addAttribute("pair", new Pair(source, target));
        model.addAttribute("form", new BackForm(null, UUID.randomUUID().toString()));
        return "supervisor/merged";
    }

    @PostMapping(MERGED)
    String unmerge(
            @PathVariable String source,
            @PathVariable String target,
            @ModelAttribute("form") BackForm form,
            BindingResult errors,
            HttpServletRequest request,
            RedirectAttributes next,
            Model model) {
        if (form.reason() == null || form.reason().isBlank()) {
            errors.rejectValue("reason", "duplicates.reason.missing");
            model.addAttribute("pair", new Pair(source, target));
            return "supervisor/merged";
        }
        var parted = duplicates.unmerge(
                request, source, String.valueOf(form.requestId()), form.reason().strip());
        next.addFlashAttribute("done", parted.changed() + parted.left() == 0 ? "parted" : "parted-look");
        next.addFlashAttribute("changed", parted.changed());
        next.addFlashAttribute("left", parted.left());
        return "redirect:/midwife/duplicates/" + source + "/" + target;
    }

    /** Two records, as an address names them. */
    record Pair(String one, String other) {}

    /** Why a merge is taken back. */
    record BackForm(@Nullable String reason, @Nullable String requestId) {}
}

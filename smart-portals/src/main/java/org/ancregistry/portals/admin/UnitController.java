package org.ancregistry.portals.admin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ancregistry.portals.registry.RegistryRefusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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

/** Areas and facilities: where people work, and under which point of issue they give out PHNs. */
@Controller
@RequestMapping("/admin/units")
class UnitController {

    private static final String FORM = "admin/unit";
    private static final int SHOWN = 25;

    private final Units units;
    private final UnitRules rules;

    UnitController(Units units, UnitRules rules) {
        this.units = units;
        this.rules = rules;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "moh-area") String kind,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "0") int page,
            HttpServletRequest request,
            Model model) {
        var wanted = UnitKind.of(kind).orElse(UnitKind.MOH_AREA);
        var number = Math.max(0, Math.min(page, 10_000));
        var found = units.page(request, wanted, Typed.line(name), SHOWN, number * SHOWN);
        var above =
                found.stream().flatMap(unit -> Stream.ofNullable(unit.partOf())).collect(Collectors.toSet());
        model.addAttribute("kind", wanted);
        model.addAttribute("kinds", UnitKind.values());
        model.addAttribute("units", found.stream().limit(SHOWN).toList());
        model.addAttribute("above", units.named(request, above));
        model.addAttribute("name", Typed.line(name));
        model.addAttribute("page", number);
        model.addAttribute("more", found.size() > SHOWN);
        return "admin/units";
    }

    @GetMapping("/new")
    String ask(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String within,
            HttpServletRequest request,
            Model model) {
        return show(request, UnitForm.empty(kind, within), null, model);
    }

    @PostMapping("/new")
    String make(
            @ModelAttribute("form") UnitForm form,
            BindingResult errors,
            HttpServletRequest request,
            RedirectAttributes next,
            Model model) {
        rules.check(request, form, null, errors);
        if (errors.hasErrors()) {
            return show(request, form, null, model);
        }
        return saved(units.create(request, form), next);
    }

    @GetMapping("/{id:[A-Za-z0-9.-]{1,64}}")
    String unit(@PathVariable String id, HttpServletRequest request, Model model) {
        var unit = units.find(request, id).orElseThrow(NotThere::new);
        return show(request, UnitForm.of(unit), unit, model);
    }

    @PostMapping("/{id:[A-Za-z0-9.-]{1,64}}")
    String save(
            @PathVariable String id,
            @ModelAttribute("form") UnitForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes next,
            Model model) {
        var unit = units.find(request, id).orElseThrow(NotThere::new);
        rules.check(request, form, unit, errors);
        if (errors.hasErrors()) {
            return show(request, form, unit, model);
        }
        var changed = form.asksFor(unit) ? Optional.of(unit) : changed(request, unit, form);
        if (changed.isPresent()) {
            return saved(changed.get(), next);
        }
        response.setStatus(HttpStatus.CONFLICT.value());
        var now = units.find(request, id).orElseThrow(NotThere::new);
        model.addAttribute("now", now);
        return show(request, form.over(now), now, model);
    }

    /** Empty when somebody else was faster. */
    private Optional<Unit> changed(HttpServletRequest request, Unit unit, UnitForm form) {
        if (!form.version().equals(unit.version())) {
            return Optional.empty();
        }
        try {
            return Optional.of(units.change(request, unit, form));
        } catch (RegistryRefusal refusal) {
            if (refusal.status() == 409 || refusal.status() == 412) {
                return Optional.empty();
            }
            throw refusal;
        }
    }

    private static String saved(Unit unit, RedirectAttributes next) {
        next.addFlashAttribute("notice", "saved");
        return "redirect:/admin/units/" + unit.id();
    }

    private String show(HttpServletRequest request, UnitForm form, @Nullable Unit unit, Model model) {
        var parents = new LinkedHashSet<>(
                units.all(request, EnumSet.of(UnitKind.DISTRICT, UnitKind.MOH_AREA, UnitKind.HOSPITAL)));
        parents.addAll(units.named(request, form.partOf().isEmpty() ? Set.of() : Set.of(form.partOf()))
                .values());
        parents.removeIf(parent -> unit != null && parent.id().equals(unit.id()));
        model.addAttribute("form", form);
        model.addAttribute("week", Days.WEEK);
        model.addAttribute("parents", parents);
        model.addAttribute(
                "codes", Arrays.stream(UnitKind.values()).map(UnitKind::code).toList());
        if (unit != null) {
            model.addAttribute("unit", unit);
        }
        return FORM;
    }
}

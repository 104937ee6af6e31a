package org.ancregistry.portals.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.ancregistry.domain.identity.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where somebody whom we do not know yet reads so, and types her link code if she has one. */
@Controller
final class LinkController {

    private static final String PAGE = "signin/link";
    private static final String SIGN_IN = "redirect:/sign-in";

    private final Linking linking;
    private final Accounts accounts;
    private final Sessions sessions;

    LinkController(Linking linking, Accounts accounts, Sessions sessions) {
        this.linking = linking;
        this.accounts = accounts;
        this.sessions = sessions;
    }

    /** What she types. */
    record LinkForm(@Nullable String code) {}

    @GetMapping("/sign-in/link")
    String page(@ModelAttribute("form") LinkForm form, HttpSession session) {
        return unlinked(session).isPresent() ? PAGE : SIGN_IN;
    }

    @PostMapping("/sign-in/link")
    ModelAndView link(
            @ModelAttribute("form") LinkForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response) {
        var unlinked = unlinked(request.getSession());
        if (unlinked.isEmpty()) {
            return new ModelAndView(SIGN_IN);
        }
        var subject = unlinked.get().subject();
        return switch (linking.link(subject, form.code() == null ? "" : form.code())) {
            case LINKED -> new ModelAndView(enter(subject, request, response));
            case WRONG_CODE -> again(errors, "link.code.wrong", HttpStatus.UNPROCESSABLE_ENTITY);
            case LINKED_OTHERWISE -> again(errors, "link.code.otherwise", HttpStatus.UNPROCESSABLE_ENTITY);
            case TOO_MANY_ATTEMPTS -> again(errors, "link.code.tooMany", HttpStatus.TOO_MANY_REQUESTS);
        };
    }

    private String enter(Subject subject, HttpServletRequest request, HttpServletResponse response) {
        return accounts.behind(subject)
                .map(person -> "redirect:" + sessions.begin(person, request, response))
                .orElse("redirect:/sign-in?problem=no-role");
    }

    private static ModelAndView again(BindingResult errors, String words, HttpStatus status) {
        errors.rejectValue("code", words);
        return new ModelAndView(PAGE, errors.getModel(), status);
    }

    private static Optional<Unlinked> unlinked(HttpSession session) {
        return session.getAttribute(Unlinked.ATTRIBUTE) instanceof Unlinked unlinked
                ? Optional.of(unlinked)
                : Optional.empty();
    }
}

package org.ancregistry.portals.midwife;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.ancregistry.portals.web.PortalSettings;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;

/** Looks over sections of a draft on the day it is where the midwife works. */
final class Review {

    private final MessageSource messages;
    private final PortalSettings settings;
    private final Clock clock;

    Review(MessageSource messages, PortalSettings settings, Clock clock) {
        this.messages = messages;
        this.settings = settings;
        this.clock = clock;
    }

    SectionReview of(SectionForm form, Draft draft) {
        return SectionReview.of(form, draft, messages, today());
    }

    String words(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), settings.timeZone());
    }

    /** The sections of the history, each with how far it is. */
    List<Task> tasks(Draft draft) {
        return Section.HISTORY.stream()
                .map(section -> new Task(section, state(section, draft)))
                .toList();
    }

    /** Whether a section can be left as it is. */
    boolean complete(Section section, Draft draft) {
        return !of(SectionForm.of(section, draft), draft).errors().hasErrors();
    }

    /** The sections that something must be put right in before she can be registered. */
    List<Section> open(Draft draft) {
        var details = draft.evidence() == null ? Stream.of(Section.DETAILS) : Stream.<Section>empty();
        return Stream.concat(details, Section.HISTORY.stream())
                .filter(section -> !complete(section, draft))
                .toList();
    }

    private State state(Section section, Draft draft) {
        if (!section.begun(draft)) {
            return section.required().isEmpty() ? State.OPTIONAL : State.OPEN;
        }
        return complete(section, draft) ? State.DONE : State.OPEN;
    }

    /** How far a section is. */
    enum State {
        DONE,
        OPEN,
        OPTIONAL
    }

    /** A line of the task list. */
    record Task(Section section, State state) {}
}

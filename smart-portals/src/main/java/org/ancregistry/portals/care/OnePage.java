package org.ancregistry.portals.care;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.ancregistry.domain.clinical.AntenatalTest;
import org.ancregistry.domain.rules.RuleBook;
import org.ancregistry.portals.paper.Papers;
import org.ancregistry.portals.record.AfterPregnancy;
import org.ancregistry.portals.record.LastValue;
import org.ancregistry.portals.record.Limits;
import org.ancregistry.portals.record.MotherRecord;
import org.ancregistry.portals.record.OutOfRange;
import org.ancregistry.portals.record.Past;
import org.ancregistry.portals.record.PlainFindings;
import org.ancregistry.portals.record.Risk;
import org.ancregistry.portals.web.PortalSettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.ui.Model;

/** What whoever meets a woman for the first time must know, on one sheet of paper. */
@Component
public class OnePage {

    /** What is told of the newest contacts. Which tests were made when is for the whole record. */
    private static final List<String> MEASURED = Stream.concat(
                    Stream.of("weight", "fundal_height", "fhr", "presentation"),
                    Stream.of(AntenatalTest.values())
                            .filter(test -> test != AntenatalTest.ULTRASOUND)
                            .flatMap(test -> test.fields().stream()))
            .filter(name -> !name.equals("blood_group") && !name.equals("rh"))
            .toList();

    private final Papers papers;
    private final OutOfRange range;
    private final Limits limits;
    private final PortalSettings settings;
    private final Clock clock;

    /** @param rules the registry's, where it runs in the same process; otherwise as they are shipped */
    OnePage(Papers papers, ObjectProvider<RuleBook> rules, Limits limits, PortalSettings settings, Clock clock) {
        this.papers = papers;
        this.limits = limits;
        this.range = OutOfRange.by(rules.getIfAvailable(RuleBook::shipped));
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * As she reads it herself.
     *
     * @param words of the request, for its dates
     */
    public byte[] forHer(MotherRecord record, Object words, Locale locale) {
        var pregnancy = AfterPregnancy.of(record, today());
        var shown = PlainFindings.after(pregnancy);
        var page = page(record, words);
        page.addAttribute("past", Past.toHer(record, pregnancy));
        page.addAttribute(
                "last",
                LastValue.of(
                        record, MEASURED.stream().filter(shown::contains).toList(), OutOfRange.asChartsDraw(limits)));
        return papers.print("paper/one-page", locale, page.asMap());
    }

    /**
     * As staff reads it.
     *
     * @param words of the request, for its dates
     */
    byte[] forStaff(MotherRecord record, Object words, Locale locale) {
        var page = page(record, words);
        page.addAttribute("past", Past.of(record));
        page.addAttribute("last", LastValue.of(record, MEASURED, range));
        return papers.print("paper/one-page", locale, page.asMap());
    }

    private Model page(MotherRecord record, Object words) {
        var page = new ExtendedModelMap();
        page.addAttribute("words", words);
        page.addAttribute("record", record);
        page.addAttribute("banner", Banner.of(record, today()));
        page.addAttribute("made", today());
        page.addAttribute("next", record.nextBooked(today()).orElse(null));
        page.addAttribute("visit", record.meetings().stream().findFirst().orElse(null));
        page.addAttribute("referrals", SharedPage.open(record));
        page.addAttribute("risks", risks(record));
        return page;
    }

    /** What a pregnancy that is over was at risk of is not told any more. */
    private static List<Risk.Reason> risks(MotherRecord record) {
        return record.pregnancy()
                .flatMap(present -> record.risk())
                .map(Risk::graded)
                .orElse(List.of());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), settings.timeZone());
    }
}

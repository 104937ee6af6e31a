package org.ancregistry.portals.care;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.ancregistry.portals.chart.ReadingTable;
import org.ancregistry.portals.record.AfterPregnancy;
import org.ancregistry.portals.record.Limits;
import org.ancregistry.portals.record.MotherRecord;
import org.ancregistry.portals.record.OutOfRange;
import org.ancregistry.portals.record.Past;
import org.ancregistry.portals.record.PlainFindings;
import org.ancregistry.portals.record.RecordCharts;
import org.ancregistry.portals.record.ReferralLetter;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** A record to be read and nothing else, for somebody to whom the woman shows it: no more than she reads herself. */
@Component
public class SharedPage {

    private final Limits limits;
    private final MessageSource messages;

    SharedPage(Limits limits, MessageSource messages) {
        this.limits = limits;
        this.messages = messages;
    }

    /** Puts onto the page what is shown of the record. */
    public void fill(Model page, MotherRecord record, LocalDate today, Locale locale) {
        page.addAttribute("record", record);
        page.addAttribute("banner", Banner.of(record, today));
        var charts =
                RecordCharts.of(record, today, limits, (key, arguments) -> messages.getMessage(key, arguments, locale));
        page.addAttribute("charts", charts);
        page.addAttribute("numbers", ReadingTable.of(charts));
        page.addAttribute("next", record.nextBooked(today).orElse(null));
        page.addAttribute("made", today);
        page.addAttribute("referrals", open(record));
        page.addAttribute("past", Past.toHer(record, AfterPregnancy.of(record, today)));
        page.addAttribute("range", OutOfRange.asChartsDraw(limits));
        page.addAttribute("shownFindings", PlainFindings.after(AfterPregnancy.of(record, today)));
    }

    /** Where she was sent and is expected still. */
    static List<ReferralLetter> open(MotherRecord record) {
        return record.referrals().stream().filter(ReferralLetter::open).toList();
    }
}

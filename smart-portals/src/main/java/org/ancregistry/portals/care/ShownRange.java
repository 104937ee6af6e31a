package org.ancregistry.portals.care;

import org.ancregistry.domain.rules.RuleBook;
import org.ancregistry.portals.record.OutOfRange;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Lets every page of staff about a woman say beside a value that it is high or low; her own pages do not have it. */
@ControllerAdvice(basePackageClasses = ShownRange.class)
class ShownRange {

    private final OutOfRange range;

    /** @param rules the registry's, where it runs in the same process; otherwise as they are shipped */
    ShownRange(ObjectProvider<RuleBook> rules) {
        this.range = OutOfRange.by(rules.getIfAvailable(RuleBook::shipped));
    }

    @ModelAttribute("range")
    OutOfRange range() {
        return range;
    }
}

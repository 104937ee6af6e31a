package org.ancregistry.portals.web;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the pages of this installation say.
 *
 * @param timeZone the zone of this installation, in which dates and times are shown and typed; Sri Lanka's by default
 * @param portals whom to call
 */
@ConfigurationProperties("anc")
public record PortalSettings(
        @DefaultValue("Asia/Colombo") ZoneId timeZone,
        @DefaultValue Portals portals) {

    /**
     * Whom to call.
     *
     * @param helpPhone the help desk's phone number, shown at the foot of every page; none by default
     * @param ambulancePhone the number for an emergency, printed on the card; Sri Lanka's 1990 by default
     * @param lossPhone whom a woman may call who lost a child, on her page after it; none by default
     * @param violencePhone whom a woman may call who is hurt at home, told to her by her midwife; none by default
     * @param moodPhone whom a woman may call who feels low, told to her by her midwife; none by default
     */
    public record Portals(
            @Nullable String helpPhone,
            @DefaultValue("1990") String ambulancePhone,
            @Nullable String lossPhone,
            @Nullable String violencePhone,
            @Nullable String moodPhone) {}

    public @Nullable String helpPhone() {
        return portals.helpPhone();
    }

    public @Nullable String lossPhone() {
        return portals.lossPhone();
    }

    public @Nullable String violencePhone() {
        return portals.violencePhone();
    }

    public @Nullable String moodPhone() {
        return portals.moodPhone();
    }

    public String ambulancePhone() {
        return portals.ambulancePhone();
    }
}

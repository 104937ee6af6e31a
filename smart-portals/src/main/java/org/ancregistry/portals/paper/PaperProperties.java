package org.ancregistry.portals.paper;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What PDF files are made with.
 *
 * @param fonts the folder with Noto Sans, Noto Sans Sinhala and Noto Sans Tamil (regular and bold, as {@code .ttf}); by
 *     default where Debian's package {@code fonts-noto-core} puts them. Without them no PDF is offered
 */
@ConfigurationProperties("anc.paper")
record PaperProperties(
        @DefaultValue("/usr/share/fonts/truetype/noto") Path fonts) {}

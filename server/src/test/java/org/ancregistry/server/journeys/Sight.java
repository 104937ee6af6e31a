package org.ancregistry.server.journeys;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/** Whether everything on a page can be read, however small the window is and however the reader sets her text. */
final class Sight {

    /** WCAG 1.4.10, the smallest phone of a midwife, and a desk's window at 200 % (WCAG 1.4.4). */
    private static final List<Integer> WIDTHS = List.of(320, 360, 640);

    /** WCAG 1.4.12. Sinhala and Tamil are not spaced by letters. The policy of the page lets no element of style in. */
    private static final String SPACED = """
            () => {
              const sheet = new CSSStyleSheet();
              const letters = document.documentElement.lang === 'en' ? 'letter-spacing: .12em !important;' : '';
              sheet.replaceSync('* { line-height: 1.5 !important; word-spacing: .16em !important; ' + letters + ' }'
                + 'p { margin-bottom: 2em !important }');
              document.adoptedStyleSheets = [sheet];
            }""";

    private static final String AS_IT_WAS = "() => { document.adoptedStyleSheets = [] }";

    /**
     * What reaches over the edge where the page scrolls sideways, and what is written where nobody can read it: wider than
     * its box, which neither scrolls nor shows what stands over.
     */
    private static final String FAULTS = """
            () => {
              const width = document.documentElement.clientWidth;
              const name = one => one.tagName + '.' + one.className;
              const sideways = document.documentElement.scrollWidth <= width + 1 ? [] : ['sideways: '
                + [...document.querySelectorAll('body *')]
                  .filter(one => one.getBoundingClientRect().right > width + 1).map(name).join(' ')];
              const cutOff = [...document.querySelectorAll('main *, header *, footer *')]
                .filter(one => ['hidden', 'clip'].includes(getComputedStyle(one).overflowX)
                  && getComputedStyle(one).clipPath === 'none' && one.clientWidth > 1
                  && one.scrollWidth > one.clientWidth + 1 && one.innerText?.trim())
                .map(one => 'cut off: ' + name(one) + ' ' + one.innerText.trim().slice(0, 40));
              return [...sideways, ...cutOff];
            }""";

    private final Page page;

    Sight(Page page) {
        this.page = page;
    }

    /** What cannot be read, and how wide the window was. The page is left as it was. */
    List<String> faults() {
        var usual = page.viewportSize();
        var faults = new ArrayList<String>();
        for (var width : WIDTHS) {
            page.setViewportSize(width, usual.height);
            faults.addAll(faults(width + " px"));
        }
        page.setViewportSize(usual.width, usual.height);
        page.evaluate(SPACED);
        faults.addAll(faults("spaced text at " + usual.width + " px"));
        page.evaluate(AS_IT_WAS);
        return faults;
    }

    private List<String> faults(String how) {
        return ((List<?>) page.evaluate(FAULTS))
                .stream().map(fault -> how + ": " + fault).toList();
    }
}

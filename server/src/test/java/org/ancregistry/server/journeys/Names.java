package org.ancregistry.server.journeys;

import com.microsoft.playwright.Page;
import java.util.List;

/** What a screen reader calls the charts and tables of a page: each has a name, and no two charts have the same. */
final class Names {

    private static final String FAULTS = """
            () => {
              const said = one => one.getAttribute('aria-label')
                || (one.getAttribute('aria-labelledby') || '').split(' ')
                  .map(id => document.getElementById(id)?.textContent || '').join(' ').trim()
                || one.querySelector(':scope > title, :scope > caption')?.textContent.trim() || '';
              const pictures = [...document.querySelectorAll('main svg:not([aria-hidden=true])')];
              const tables = [...document.querySelectorAll('main table')];
              const nameless = [...pictures, ...tables].filter(one => !said(one));
              const roleless = pictures.filter(one => one.getAttribute('role') !== 'img');
              const names = [...document.querySelectorAll('main svg.anc-chart')].map(said);
              const twice = names.filter((name, at) => name && names.indexOf(name) !== at);
              return [...nameless.map(one => 'no name: ' + one.outerHTML.slice(0, 120)),
                ...roleless.map(one => 'no role: ' + one.outerHTML.slice(0, 120)),
                ...twice.map(name => 'two of one name: ' + name)];
            }""";

    private Names() {}

    /** What is wrong with them. */
    static List<String> faults(Page page) {
        return ((List<?>) page.evaluate(FAULTS)).stream().map(String::valueOf).toList();
    }
}

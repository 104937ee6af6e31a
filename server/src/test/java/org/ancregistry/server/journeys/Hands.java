package org.ancregistry.server.journeys;

/** What somebody does with a page: by touching it, or by keyboard. A thing on the page is named by a CSS selector. */
interface Hands {

    /** Replaces what stands in a field. */
    void type(String field, String text);

    /** Ticks a box or chooses a radio button. */
    void choose(String box);

    /** Presses a button or follows a link. */
    void press(String control);
}

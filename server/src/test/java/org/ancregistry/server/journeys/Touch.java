package org.ancregistry.server.journeys;

import com.microsoft.playwright.Page;

/** A finger or a mouse. */
record Touch(Page page) implements Hands {

    @Override
    public void type(String field, String text) {
        page.locator(field).fill(text);
    }

    @Override
    public void choose(String box) {
        page.locator(box).check();
    }

    @Override
    public void press(String control) {
        page.locator(control).first().click();
    }
}

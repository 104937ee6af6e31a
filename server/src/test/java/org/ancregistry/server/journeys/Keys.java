package org.ancregistry.server.journeys;

import com.microsoft.playwright.Page;

/** A keyboard and nothing else: Tab from one thing to the next, arrows within a group of radio buttons. */
record Keys(Page page) implements Hands {

    /** Nobody tabs through more than this to get somewhere. */
    private static final int PATIENCE = 120;

    @Override
    public void type(String field, String text) {
        reach(field);
        page.keyboard().press("Control+A");
        page.keyboard().type(text);
    }

    @Override
    public void choose(String box) {
        var target = page.locator(box).first();
        if ("radio".equals(target.getAttribute("type"))) {
            chooseRadio(box, target.getAttribute("name"));
        } else {
            reach(box);
        }
        if (!target.isChecked()) {
            page.keyboard().press("Space");
        }
    }

    /** Tab comes to one button of a group only; the arrows go on from there. */
    private void chooseRadio(String box, String group) {
        reach("input[type=radio][name='" + group + "']");
        for (var pressed = 0; !hasFocus(box); pressed++) {
            requirePatience(box, pressed);
            page.keyboard().press("ArrowDown");
        }
    }

    @Override
    public void press(String control) {
        reach(control);
        page.keyboard().press("Enter");
    }

    private void reach(String target) {
        for (var pressed = 0; !hasFocus(target); pressed++) {
            requirePatience(target, pressed);
            page.keyboard().press("Tab");
        }
    }

    private boolean hasFocus(String target) {
        return page.locator(":is(" + target + "):focus").count() > 0;
    }

    private void requirePatience(String target, int pressed) {
        if (pressed > PATIENCE) {
            throw new AssertionError(target + " is not reached by keyboard on " + page.url());
        }
    }
}

package org.ancregistry.portals.web;

/** What a page is about, where that is one woman: her name stands on each sheet when the page is printed. */
public interface Whose {

    /** Her name and her number. */
    String whose();
}

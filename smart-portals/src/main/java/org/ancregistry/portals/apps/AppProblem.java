package org.ancregistry.portals.apps;

/**
 * What is wrong with what somebody wants to register of an app.
 *
 * @param field the part of its definition
 * @param code the kind of mistake, a key of the pages' words
 */
public record AppProblem(String field, String code) {}

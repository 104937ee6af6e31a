package org.ancregistry.domain.matching;

/** One step between "agrees in everything" and "contradicts", of one field. What it weighs is in the parameters. */
interface Level {

    /** The field that the level belongs to, as the table of parameters calls it. */
    String field();

    /** The level's own name. */
    String name();
}

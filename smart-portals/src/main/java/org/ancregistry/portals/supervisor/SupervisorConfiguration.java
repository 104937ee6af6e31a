package org.ancregistry.portals.supervisor;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Puts the supervisor's pages together. */
@Configuration(proxyBeanMethods = false)
@Import({DecisionsController.class, DuplicatesController.class, EmergenciesController.class})
public class SupervisorConfiguration {}

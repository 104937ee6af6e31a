package org.ancregistry.portals;

import org.springframework.context.annotation.Configuration;

/** The one door through which an application takes in the sign-in, the authorization server and the portals. */
@Configuration(proxyBeanMethods = false)
public class PortalsConfiguration {}
